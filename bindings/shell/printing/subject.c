/* Finds what is known of a code's subject. */
#include "printing/subject.h"

void subject_find(uint32_t code, struct subject *subject)
{
    act_classify(code, &subject->details);
    subject->entry = act_lookup(subject->details.subject);
    subject->name = act_name(subject->details.subject);
}

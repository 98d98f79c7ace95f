/* Runs the unit tests. CK_RUN_SUITE=name runs one suite. */
#include "suites.h"

#include <stdlib.h>

int main(void)
{
    SRunner *runner = srunner_create(entry_suite());
    srunner_add_suite(runner, language_suite());
    srunner_add_suite(runner, classify_suite());
    srunner_add_suite(runner, command_suite());
    srunner_add_suite(runner, name_suite());
    srunner_add_suite(runner, notation_suite());
    srunner_add_suite(runner, find_suite());
    srunner_add_suite(runner, format_suite());
    srunner_add_suite(runner, header_suite());
    srunner_add_suite(runner, word_suite());
    srunner_add_suite(runner, scan_suite());
    srunner_add_suite(runner, scan_variants_suite());
    srunner_add_suite(runner, surroundings_suite());
    srunner_add_suite(runner, case_suite());
    srunner_add_suite(runner, case_record_suite());
    srunner_add_suite(runner, case_room_suite());
    srunner_add_suite(runner, case_time_suite());
    srunner_add_suite(runner, case_events_suite());
    srunner_add_suite(runner, case_license_suite());
    srunner_add_suite(runner, case_success_suite());
    srunner_add_suite(runner, case_shape_suite());
    srunner_add_suite(runner, event_suite());
    srunner_add_suite(runner, concurrency_suite());
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

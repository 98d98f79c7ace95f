/* The suites of the unit tests, one per subject. */
#ifndef ACTDIAG_TESTS_SUITES_H
#define ACTDIAG_TESTS_SUITES_H

#include <check.h>

Suite *entry_suite(void);
Suite *language_suite(void);
Suite *classify_suite(void);
Suite *command_suite(void);
Suite *name_suite(void);
Suite *notation_suite(void);
Suite *find_suite(void);
Suite *format_suite(void);
Suite *header_suite(void);
Suite *word_suite(void);
Suite *scan_suite(void);
Suite *scan_variants_suite(void);
Suite *surroundings_suite(void);
Suite *case_suite(void);
Suite *case_record_suite(void);
Suite *case_room_suite(void);
Suite *case_time_suite(void);
Suite *case_events_suite(void);
Suite *case_license_suite(void);
Suite *case_success_suite(void);
Suite *case_shape_suite(void);
Suite *event_suite(void);
Suite *concurrency_suite(void);

#endif

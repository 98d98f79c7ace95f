/* Faults that are brought about one at a time. */
#ifndef TESTS_SUPPORT_FAULTS_H
#define TESTS_SUPPORT_FAULTS_H

/* Counts a call of a kind; whether it is the one to fail. Leaves FAULT_MARK behind if it is. */
int fault_is_due(const char *kind);

#endif

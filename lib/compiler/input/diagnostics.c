/* Collects and prints problems. */
#include "input/diagnostics.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "input/memory.h"
#include "output/order.h"
#include "input/escape.h"

/* Room for a problem: a new one, or that of the last warning if an error needs it; or NULL. */
static struct problem *make_room(struct diagnostics *diagnostics, enum severity severity)
{
    if (diagnostics->problem_count < PROBLEMS_SHOWN)
        return &diagnostics->problems[diagnostics->problem_count++];
    diagnostics->omitted_count++;
    for (size_t i = PROBLEMS_SHOWN; severity == SEVERITY_ERROR && i-- > 0;)
        if (diagnostics->problems[i].severity != SEVERITY_ERROR) {
            free(diagnostics->problems[i].message);
            return &diagnostics->problems[i];
        }
    diagnostics->omits_errors |= severity == SEVERITY_ERROR;
    return NULL;
}

/* Marks a message that was cut, between two characters. */
static void shorten(char *message)
{
    static const char mark[] = "...";
    size_t length = strlen(message);
    if (length < MESSAGE_SIZE - 1)
        return;
    length -= sizeof mark - 1;
    while ((message[length] & 0xC0) == 0x80)
        length--;
    memcpy(message + length, mark, sizeof mark);
}

void diagnose(struct diagnostics *diagnostics, enum severity severity, struct location place,
              const char *format, ...)
{
    if (severity == SEVERITY_HINT && !diagnostics->shows_hints)
        return;
    diagnostics->error_count += severity == SEVERITY_ERROR;
    struct problem *problem = make_room(diagnostics, severity);
    if (!problem)
        return;
    va_list arguments;
    va_start(arguments, format);
    char *message = memory_allocate(MESSAGE_SIZE, 1);
    vsnprintf(message, MESSAGE_SIZE, format, arguments);
    va_end(arguments);
    *problem = (struct problem){severity, place, ++diagnostics->found_count, message};
    shorten(message);
}

static int compare_problems(const void *left, const void *right)
{
    const struct problem *a = left, *b = right;
    int order = strcmp(a->place.file, b->place.file);
    if (order != 0)
        return order;
    if (a->place.line != b->place.line)
        return order_of(a->place.line, b->place.line);
    if (a->place.column != b->place.column)
        return order_of(a->place.column, b->place.column);
    return order_of(a->number, b->number);
}

static const char *severity_word(bool is_error)
{
    return is_error ? "error" : "warning";
}

static void print_problem(FILE *out, const struct problem *problem)
{
    struct location place = problem->place;
    escape_print(place.file, strlen(place.file), out);
    putc(':', out);
    if (place.line > 0)
        fprintf(out, "%u:", place.line);
    if (place.column > 0)
        fprintf(out, "%u:", place.column);
    fprintf(out, " %s: ", severity_word(problem->severity == SEVERITY_ERROR));
    escape_print(problem->message, strlen(problem->message), out);
    putc('\n', out);
}

static void print_omitted(const struct diagnostics *diagnostics)
{
    const char *file = diagnostics->problems[0].place.file;
    escape_print(file, strlen(file), diagnostics->out);
    fprintf(diagnostics->out, ": %s: %zu more problems are not shown\n",
            severity_word(diagnostics->omits_errors), diagnostics->omitted_count);
}

void diagnostics_flush(struct diagnostics *diagnostics)
{
    struct problem *problems = diagnostics->problems;
    qsort(problems, diagnostics->problem_count, sizeof *problems, compare_problems);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        print_problem(diagnostics->out, &problems[i]);
    if (diagnostics->omitted_count > 0)
        print_omitted(diagnostics);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        free(problems[i].message);
    diagnostics->problem_count = diagnostics->omitted_count = 0;
    diagnostics->omits_errors = false;
}

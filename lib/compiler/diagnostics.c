/* Collects and prints problems. */
#include "diagnostics.h"

#include <stdarg.h>
#include <stdlib.h>

#include "memory.h"

void diagnose(struct diagnostics *diagnostics, enum severity severity, struct place place,
              const char *format, ...)
{
    if (severity == SEVERITY_HINT && !diagnostics->shows_hints)
        return;
    diagnostics->error_count += severity == SEVERITY_ERROR;
    if (diagnostics->problem_count == PROBLEMS_SHOWN) {
        diagnostics->omitted_count++;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    va_list copy;
    va_copy(copy, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    struct problem *problem = &diagnostics->problems[diagnostics->problem_count];
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    *problem =
        (struct problem){severity, place, diagnostics->problem_count++, memory_allocate(size, 1)};
    vsnprintf(problem->message, size, format, copy);
    va_end(copy);
}

static int compare_problems(const void *left, const void *right)
{
    const struct problem *a = left, *b = right;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.column != b->place.column)
        return a->place.column < b->place.column ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static void print_problem(FILE *out, const struct problem *problem)
{
    struct place place = problem->place;
    fprintf(out, "%s:", place.file);
    if (place.line > 0)
        fprintf(out, "%u:", place.line);
    if (place.column > 0)
        fprintf(out, "%u:", place.column);
    fprintf(out, " %s: %s\n", problem->severity == SEVERITY_ERROR ? "error" : "warning",
            problem->message);
}

void diagnostics_flush(struct diagnostics *diagnostics)
{
    struct problem *problems = diagnostics->problems;
    qsort(problems, diagnostics->problem_count, sizeof *problems, compare_problems);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        print_problem(diagnostics->out, &problems[i]);
    if (diagnostics->omitted_count > 0)
        fprintf(diagnostics->out, "%s: error: %zu more problems are not shown\n",
                problems[0].place.file, diagnostics->omitted_count);
    for (size_t i = 0; i < diagnostics->problem_count; i++)
        free(problems[i].message);
    diagnostics->problem_count = diagnostics->omitted_count = 0;
}

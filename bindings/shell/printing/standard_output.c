/* Watches standard output. */
#include "printing/standard_output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "status.h"
#include "platform/platform.h"
#include "printing/text.h"

static int output_error;

bool output_is_lost(void)
{
    if (output_error == 0 && ferror(stdout))
        output_error = errno != 0 ? errno : EIO;
    return output_error != 0;
}

int output_finish(int status)
{
    if (!output_is_lost() && fflush(stdout) != 0)
        output_is_lost();
    if (output_error == 0)
        return status;
    if (!platform_is_closed_pipe(output_error))
        text_complain("standard output", strerror(output_error));
    return STATUS_WRONG;
}

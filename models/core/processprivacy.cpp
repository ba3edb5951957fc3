// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/processprivacy.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace Trailglass {

void keepProcessPrivate()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // A handler such as systemd-coredump is given the memory whatever the limit, unless it is not dumpable.
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace Trailglass

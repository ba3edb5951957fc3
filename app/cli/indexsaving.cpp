// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/indexsaving.h"

#include "models/core/translation.h"
#include "models/query/index/savedindex.h"

namespace Trailglass {

void saveIndexOf(Session &session)
{
    const auto saved = saveIndex(session.workspace, session.interrupt.token());
    if (saved || saved.error().kind == ErrorKind::Cancelled)
        return;
    session.console.tell(
        tr("The index was not saved, so the next query is slower: %1").arg(saved.error().message));
}

} // namespace Trailglass

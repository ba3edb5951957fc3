// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/indexsaving.h"

#include "models/core/translation.h"
#include "models/query/index/savedindex.h"

namespace Trailglass {

QString saveIndexWarning(const QString &workspace, const CancelToken &cancel)
{
    const auto saved = saveIndex(workspace, cancel);
    if (saved || saved.error().kind == ErrorKind::Cancelled)
        return {};
    return tr("The index was not saved, so the next query is slower: %1").arg(saved.error().message);
}

} // namespace Trailglass

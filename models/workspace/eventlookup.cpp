// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventlookup.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/store/eventreader.h"
#include "models/workspace/sourcechoice.h"

namespace Trailglass {

Result<EventRecord> findEvent(const QString &workspace, const QString &source, const QString &id)
{
    TRY(const auto reader, EventReader::open(workspace));
    TRY(listedSource(*reader, source)); // a wrong name is wrong usage
    return reader->find(source, toUtf8(id));
}

} // namespace Trailglass

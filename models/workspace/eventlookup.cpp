// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/eventlookup.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/workspace/openplace.h"
#include "models/workspace/sourcechoice.h"

namespace Trailglass {

Result<EventRecord> findEvent(OpenPlace &place, const QString &source, const QString &id)
{
    TRY(const auto sources, place.sources());
    TRY(namedSource(sources, source)); // a wrong name is wrong usage
    return place.find(source, toUtf8(id));
}

} // namespace Trailglass

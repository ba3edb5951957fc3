// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// What a vendor changes after it was read: a revision replaces the event, any other change is quarantined beside it, and
// neither is lost or stored twice.

#include "tests/soak/storedhistory.h"

#include "models/core/text.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int ChangedEventsShare = 1;

class ChangedEventsLaw : public Law
{
public:
    explicit ChangedEventsLaw(Vendor vendor)
        : Law(u"changed-events/"_s + toQString(Trailglass::name(vendor)), ChangedEventsShare,
              [vendor](quint64 seed) { return liveInDatabase(vendor, seed, changingWeathers()); })
    {
    }
};

const ChangedEventsLaw asanaChangesEvents(Vendor::Asana);
const ChangedEventsLaw secodaChangesEvents(Vendor::Secoda);
const ChangedEventsLaw datafoldChangesEvents(Vendor::Datafold);
const ChangedEventsLaw paradimeChangesEvents(Vendor::Paradime);
const ChangedEventsLaw nectedChangesEvents(Vendor::Nected);

} // namespace

} // namespace Trailglass::Soak

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// Nothing is lost whatever happens: the laws of History for each vendor, in the memory of SourceDriver.

#include "tests/soak/law.h"

#include "models/core/text.h"
#include "tests/sources/history.h"

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

constexpr int NothingLostShare = 50;

Report live(Vendor vendor, quint64 seed)
{
    const std::span<const Weather> weathers = weathersOf(vendor);
    const Weather &weather = weathers[seed % weathers.size()];
    History history(vendor, static_cast<quint32>(seed), weather);
    const QString problem = history.live();
    const History::Counts counts = history.counts();
    return {.problem = problem.isEmpty() ? QString() : QString::fromLatin1(weather.name) + u": "_s + problem,
            .tally = {.histories = 1, .syncs = counts.runs, .kills = counts.kills, .events = counts.events}};
}

class NothingLostLaw : public Law
{
public:
    explicit NothingLostLaw(Vendor vendor)
        : Law(u"nothing-lost/"_s + toQString(Trailglass::name(vendor)), NothingLostShare,
              [vendor](quint64 seed) { return live(vendor, seed); })
    {
    }
};

const NothingLostLaw asanaLosesNothing(Vendor::Asana);
const NothingLostLaw secodaLosesNothing(Vendor::Secoda);
const NothingLostLaw datafoldLosesNothing(Vendor::Datafold);
const NothingLostLaw paradimeLosesNothing(Vendor::Paradime);
const NothingLostLaw nectedLosesNothing(Vendor::Nected);

} // namespace

} // namespace Trailglass::Soak

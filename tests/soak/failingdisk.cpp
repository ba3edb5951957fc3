// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT
//
// What a disk does wrong while the program writes costs nothing that was stored: FaultLaw at random calls, with every
// kind of fault.

#include "tests/soak/law.h"

#include "tests/crash/faultlaw.h"
#include "tests/support/random.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass::Soak {

namespace {

using Testing::DiskFault;

constexpr int FaultShare = 1;

/// An operation is prepared once for so many.
constexpr int FaultsPerRun = 20;

Report runFaults(quint64 seed)
{
    Support::Random random(seed, "failing disk");
    const auto &operations = Testing::storeOperations();
    const Testing::StoreOperation &operation = operations[seed % operations.size()];
    Testing::FaultLaw law(operation);
    Report report;
    for (; report.problem.isEmpty() && report.tally.histories < FaultsPerRun; ++report.tally.histories) {
        constexpr std::array Kinds{DiskFault::Kind::Once,     DiskFault::Kind::ForGood,
                                   DiskFault::Kind::Full,     DiskFault::Kind::Torn,
                                   DiskFault::Kind::PowerCut, DiskFault::Kind::PowerCut};
        const DiskFault fault{.kind = random.pick(Kinds),
                              .call = static_cast<int>(random.between(1, law.calls()))};
        const QString problem = law.check(fault, static_cast<quint64>(random.below(1'000'000)));
        if (!problem.isEmpty())
            report.problem =
                QString::fromUtf8(operation.name) + u", "_s + law.described(fault) + u": "_s + problem;
    }
    return report;
}

const Law failingDisk(u"failing-disk"_s, FaultShare, runFaults);

} // namespace

} // namespace Trailglass::Soak

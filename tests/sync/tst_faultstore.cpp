// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/filesizelimit.h"
#include "tests/sync/faulttest.h"
#include "tests/sync/sqlitelocks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

/// Less than one page of the database.
constexpr qint64 FullDisk = 4'096;

/// Holds \a Hindrance from before the run until its end.
template <class Hindrance, class Argument>
SyncReport hinderedFromTheStart(SyncHarness &harness, const SyncJob &job, const Argument &argument)
{
    static_cast<void>(harness.engine()); // opens the workspace
    const Hindrance hindrance(argument);
    return harness.run(job);
}

/// Holds \a Hindrance from the first request until the end of the run: it first meets the commit of a page.
template <class Hindrance, class Argument>
SyncReport hinderedAtTheCommit(SyncHarness &harness, const SyncJob &job, VendorServer &server,
                               const Argument &argument)
{
    std::optional<Hindrance> hindrance;
    server.beforePage(1, [&] { hindrance.emplace(argument); });
    const SyncReport report = harness.run(job);
    server.resetPages();
    return report;
}

} // namespace

/// A workspace that cannot be written while a sync runs.
class FaultStoreTest : public FaultTest
{
    Q_OBJECT

public:
    FaultStoreTest()
        : FaultTest(u"faultstore"_s)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void endsAsDocumentedAndLosesNothing_data();
    void endsAsDocumentedAndLosesNothing();
};

void FaultStoreTest::initTestCase()
{
    waitForLocksInNoTime();
    FaultTest::initTestCase();
}

void FaultStoreTest::endsAsDocumentedAndLosesNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isDisk");
    QTest::addColumn<bool>("atCommit");
    for (const Vendor vendor : FakeVendors::Vendors) {
        const auto row = [vendor](const QString &fault, bool isDisk, bool atCommit) {
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << isDisk << atCommit;
        };
        row(u"disk full at the start"_s, true, false);
        row(u"disk full at the commit"_s, true, true);
        row(u"database locked at the start"_s, false, false);
        row(u"database locked at the commit"_s, false, true);
    }
}

void FaultStoreTest::endsAsDocumentedAndLosesNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const bool, isDisk);
    QFETCH(const bool, atCommit);
    VendorServer &server = matrix().server(vendor);
    const auto sync = [&](SyncHarness &harness, const SyncJob &job) {
        if (isDisk)
            return atCommit ? hinderedAtTheCommit<FileSizeLimit>(harness, job, server, FullDisk)
                            : hinderedFromTheStart<FileSizeLimit>(harness, job, FullDisk);
        return atCommit ? hinderedAtTheCommit<HeldWriteLock>(harness, job, server, harness.workspace())
                        : hinderedFromTheStart<HeldWriteLock>(harness, job, harness.workspace());
    };
    // The request after a page is on its way while the page is stored.
    const qint64 requests = atCommit ? FaultMatrix::plainRequests(vendor) : 0;
    matrix().check(vendor, fault,
                   {.name = isDisk ? u"disk_full"_s : u"locked"_s, .requests = requests, .waited = 0ms},
                   sync);
}

TRAILGLASS_TEST(FaultStoreTest)
#include "tst_faultstore.moc"

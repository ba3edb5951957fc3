// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/faultlaw.h"
#include "tests/crash/samples.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array Kinds{DiskFault::Kind::Torn, DiskFault::Kind::PowerCut, DiskFault::Kind::Once,
                           DiskFault::Kind::Full, DiskFault::Kind::ForGood};

/// Each third call fails, with optimised code each: which kind of fault it meets goes on in turn all the same.
constexpr int Step = generatedCases(1, 3);
static_assert(std::gcd(Step, static_cast<int>(Kinds.size())) == 1);

} // namespace

/// The calls with which SQLite changes a file fail, in each operation that writes: each third of them in turn, of two
/// migrations each twelfth and of a repair each ninth. Every kind of fault at every call: tests/soak.
class FailingWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAllOrNothing_data();
    void isAllOrNothing();
    void aWriterGoesOnAfterAFault();
};

void FailingWritesTest::isAllOrNothing_data()
{
    QTest::addColumn<int>("step");
    // What is slow and done alike: every few calls.
    const QMap<QByteArray, int> steps{
        {"migration from version 2", 4}, {"migration from version 3", 4}, {"repair", 3}};
    for (const StoreOperation &operation : storeOperations())
        QTest::newRow(operation.name.constData()) << Step * steps.value(operation.name, 1);
}

void FailingWritesTest::isAllOrNothing()
{
    QFETCH(const int, step);
    FaultLaw law(storeOperation(QTest::currentDataTag()));
    QVERIFY(law.calls() > 5);
    for (int call = 1; call <= law.calls(); call += step) {
        const DiskFault fault{.kind = Kinds[static_cast<std::size_t>(call) % Kinds.size()], .call = call};
        const QString problem = law.check(fault, static_cast<quint64>(call));
        QVERIFY2(problem.isEmpty(), qPrintable(law.described(fault) + u": " + problem));
    }
}

/// What a writer remembers of what it has written must not survive a rollback.
void FailingWritesTest::aWriterGoesOnAfterAFault()
{
    QTemporaryDir folder;
    FaultVfs disk;
    const auto writer = needed(EventWriter::open(folder.path()));
    const SourceId source = needed(writer->addSource(sampleSource(u"work"_s)));
    int faults = 0;
    int events = 0;
    // Until a page meets no fault any more; each is larger than what a commit writes at least.
    for (int call = 1; faults + 1 == call; ++call) {
        const PageCommit page = samplePage(source, call, sampleEvents(events, 5));
        disk.start(DiskFault{.kind = DiskFault::Kind::Once, .call = call});
        const auto first = writer->commit(page);
        faults += disk.stop() ? 1 : 0;
        if (!first) {
            QCOMPARE(first.error().kind, ErrorKind::Storage);
            const auto second = writer->commit(page);
            QVERIFY2(second, second ? "" : qPrintable(second.error().message + second.error().detail));
            QCOMPARE(second->added, 5);
        }
        events += 5;
    }
    QVERIFY(faults > 10);
    const QByteArray contents = needed(contentsOf(folder.path()));
    QCOMPARE(contents.count("event|"), events);
}

TRAILGLASS_TEST(FailingWritesTest)
#include "tst_failingwrites.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/coverageledger.h"
#include "models/workspace/eventlookup.h"
#include "models/workspace/sourcereading.h"
#include "models/workspace/sourcestatus.h"
#include "models/workspace/workspacefigures.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// What lists say of sources, events and the workspace as a whole.
class SourceListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<Workspace>(); }

    void judgesTheStateOfASource_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::addColumn<QString>("lastError");
        QTest::addColumn<bool>("wasSynced");
        QTest::addColumn<SourceRow::State>("state");
        using State = SourceRow::State;
        QTest::newRow("new") << false << QString() << false << State::NeverSynced;
        QTest::newRow("synced") << false << QString() << true << State::UpToDate;
        QTest::newRow("failed at first") << false << u"no"_s << false << State::Failed;
        QTest::newRow("failed later") << false << u"no"_s << true << State::Failed;
        QTest::newRow("removed") << true << QString() << true << State::Removed;
        QTest::newRow("removed after a failure") << true << u"no"_s << true << State::Removed;
    }
    void judgesTheStateOfASource()
    {
        QFETCH(const bool, isRemoved);
        QFETCH(const QString, lastError);
        QFETCH(const bool, wasSynced);
        QFETCH(const SourceRow::State, state);
        SourceEntry entry{source(u"work"_s), {}};
        entry.record.removed = isRemoved;
        entry.state.lastError = lastError;
        if (wasSynced)
            entry.state.lastSuccess = Noon;

        const SourceRow row = sourceRow(entry);

        QCOMPARE(row.state, state);
        QCOMPARE(row.lastError, isRemoved ? QString() : lastError);
        QCOMPARE(row.displayName, u"Asana"_s);
    }

    void distinguishesImportedFromInterrupted()
    {
        SourceEntry entry{source(u"work"_s), {}};
        entry.state.events = 3;
        QCOMPARE(sourceRow(entry).state, SourceRow::State::Imported);
        entry.state.checkpoint.insert(u"offset"_s, 1); // the first sync was cancelled
        QCOMPARE(sourceRow(entry).state, SourceRow::State::Incomplete);
        entry.state.lastSuccess = Noon;
        QCOMPARE(sourceRow(entry).state, SourceRow::State::UpToDate);
    }

    void readsOneSourceByName()
    {
        m_workspace->fill(3);
        OpenWorkspace open(m_workspace->folder());
        QCOMPARE(readSourceEntry(open, u"work"_s, Noon)->state.events, 3);
        const auto wrong = readSourceEntry(open, u"wrok"_s, Noon);
        QCOMPARE(wrong.error().kind, ErrorKind::Usage);
        QVERIFY2(wrong.error().message.contains(u"“work”"_s), qPrintable(wrong.error().message));
    }

    void namesTheSourceWhoseStateCannotBeRead()
    {
        m_workspace->addSource(u"good"_s);
        m_workspace->addSource(u"odd"_s);
        m_workspace->execute("UPDATE source SET last_success = 9000000000000000000 WHERE name = 'odd'");
        OpenWorkspace open(m_workspace->folder());
        for (const Error &error :
             {readSourceEntries(open, Noon).error(), readSourceEntry(open, u"odd"_s, Noon).error()}) {
            QCOMPARE(error.kind, ErrorKind::Storage);
            QVERIFY2(error.message.contains(u"“odd”"_s), qPrintable(error.message));
        }
        VERIFY_RESULT(readSourceEntry(open, u"good"_s, Noon));
    }

    void listsWhatWasAnsweredBySource()
    {
        const SourceId first = m_workspace->addSource(u"a"_s);
        const SourceId second = m_workspace->addSource(u"b"_s);
        cover(second, Noon);
        cover(first, Noon + UtcMicros::PerDay);
        cover(first, Noon);
        const auto listed = [this](const QStringList &names) {
            QStringList texts;
            const auto intervals = coveredIntervals(m_workspace->folder(), names);
            for (const auto &[source, entry] : *intervals)
                texts += source + u' '
                    + QString::number((entry.window.from->value - Noon.value) / UtcMicros::PerDay);
            return texts;
        };
        QCOMPARE(listed({}), (QStringList{u"a 1"_s, u"a 0"_s, u"b 0"_s}));
        QCOMPARE(listed({u"b"_s}), QStringList{u"b 0"_s});
        QCOMPARE(coveredIntervals(m_workspace->folder(), {u"c"_s}).error().kind, ErrorKind::Usage);
        QCOMPARE(coveredIntervals(m_workspace->folder() + u"/none"_s, {}).error().kind, ErrorKind::NotFound);
    }

    void namesTheSourceWhoseCoverageCannotBeRead()
    {
        cover(m_workspace->addSource(u"a"_s), Noon);
        cover(m_workspace->addSource(u"b"_s), Noon);
        m_workspace->execute("UPDATE coverage SET pages = -1 WHERE source = 2");
        const auto failed = coveredIntervals(m_workspace->folder(), {});
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY2(failed.error().message.contains(u"“b”"_s), qPrintable(failed.error().message));
        VERIFY_RESULT(coveredIntervals(m_workspace->folder(), {u"a"_s}));
    }

    void countsWhatAWorkspaceHolds()
    {
        m_workspace->fill(1234);
        const auto figures = workspaceFigures(m_workspace->folder(), {});
        VERIFY_RESULT(figures);
        QCOMPARE(figures->numbers.events, 1234);
        QCOMPARE(figures->lines.first().label, u"events"_s);
        QCOMPARE(figures->lines.first().value, QLocale().toString(1234));
        CancelSource source;
        const CancelToken cancelled = source.token();
        source.cancel();
        QCOMPARE(workspaceFigures(m_workspace->folder(), cancelled).error().kind, ErrorKind::Cancelled);
    }

    void findsAnEventByItsId()
    {
        m_workspace->fill(2);
        OpenWorkspace open(m_workspace->folder());
        QCOMPARE(findEvent(open, u"work"_s, u"e2"_s)->event.raw, std::string(R"({"id":"e2"})"));
        QCOMPARE(findEvent(open, u"work"_s, u"e3"_s).error().kind, ErrorKind::NotFound);
        QCOMPARE(findEvent(open, u"wrok"_s, u"e2"_s).error().kind, ErrorKind::Usage);
    }

private:
    void cover(SourceId source, UtcMicros from)
    {
        PageCommit covered = page(source, {});
        covered.covered.push_back({{from, from + UtcMicros::PerDay}, Noon, 1});
        VERIFY_RESULT(m_workspace->writer().commit(covered));
    }

    std::unique_ptr<Workspace> m_workspace;
};

TRAILGLASS_TEST(SourceListingTest)
#include "tst_sourcelisting.moc"

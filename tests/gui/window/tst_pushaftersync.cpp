// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventreader.h"
#include "models/workspace/pushtargets.h"
#include "tests/archive/archivestage.h"
#include "tests/archive/clickhouseserver.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "tests/store/storetesting.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr const char *KeyVariable = "TRAILGLASS_TEST_PUSH_KEY";

} // namespace

/// A sync of the window, and the push into a real archive that follows it.
class PushAfterSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { qunsetenv(KeyVariable); }
    void init();
    void cleanup() { m_stage.reset(); }

    void aSyncIsFollowedByAPush();
    void aPushThatFailsIsSaidInPlace();

private:
    [[nodiscard]] ArchivePlace place() const { return m_server.place(m_archive->database()); }
    [[nodiscard]] qint64 pushed() const { return m_archive->number("SELECT toInt64(count()) FROM event"); }
    [[nodiscard]] qint64 stored() const
    {
        qint64 events = 0;
        const auto reader = EventReader::open(m_stage->workspace());
        const auto scanned =
            (*reader)->scan(EventReader::WithRaw::No, {}, [&events](const EventRecord &) { ++events; });
        return scanned ? events : -1;
    }

    ClickHouseServer m_server;
    std::unique_ptr<ArchiveStage> m_archive;
    std::unique_ptr<WindowStage> m_stage;
};

void PushAfterSyncTest::initTestCase()
{
    START_SERVER(m_server);
}

/// A workspace that is to be pushed after each sync, with a source that was not synced.
void PushAfterSyncTest::init()
{
    qputenv(KeyVariable, ClickHouseServer::keyText().toUtf8());
    m_archive = std::make_unique<ArchiveStage>(m_server);
    VERIFY_RESULT(m_archive->create());
    m_stage = std::make_unique<WindowStage>(60);
    m_stage->open();
    QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    VERIFY_RESULT(pushAfterSync(m_stage->workspace(), place(), u"env:"_s + QString::fromLatin1(KeyVariable),
                                m_stage->path(u"settings.ini"_s)));
}

void PushAfterSyncTest::aSyncIsFollowedByAPush()
{
    QVERIFY(m_stage->sync());

    QVERIFY(stored() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(pushed(), stored(), WindowStage::Patience);
}

void PushAfterSyncTest::aPushThatFailsIsSaidInPlace()
{
    qputenv(KeyVariable, "another-key");

    QVERIFY(m_stage->sync());

    QVERIFY(waitForText(m_stage->window(), place().name()));
    QVERIFY(stored() > 0);
    QCOMPARE(pushed(), 0);
    qputenv(KeyVariable, ClickHouseServer::keyText().toUtf8());
    QVERIFY(m_stage->sync());
    QTRY_COMPARE_WITH_TIMEOUT(pushed(), stored(), WindowStage::Patience);
}

} // namespace Trailglass::Testing

TRAILGLASS_GUI_TEST(Trailglass::Testing::PushAfterSyncTest)
#include "tst_pushaftersync.moc"

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
#include "views/common/messagestrip.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

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
    void anArchiveIsAddedAndTakenOff();
    void theDialogSaysHowThePushesEnded();
    void aFailureLeadsToTheDialog();
    void anArchiveOfTheListIsManaged();

private:
    /// Opens the dialog, and waits for what it lists.
    void openPushes()
    {
        m_stage->window().actions().pushAfterSync->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(list()->topLevelItemCount(), 1, WindowStage::Patience);
    }
    [[nodiscard]] QTreeWidget *list() { return m_stage->find<QTreeWidget>(u"pushList"_s); }
    [[nodiscard]] QString details() { return m_stage->find<QLabel>(u"pushDetails"_s)->text(); }
    void click(const QString &button) { m_stage->find<QAbstractButton>(button)->click(); }
    [[nodiscard]] bool isKept(const ArchivePlace &archive) const
    {
        return isPushedAfterSync(m_stage->workspace(), archive, m_stage->path(u"settings.ini"_s));
    }
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

void PushAfterSyncTest::anArchiveIsAddedAndTakenOff()
{
    QVERIFY(m_stage->sync());
    QTRY_COMPARE_WITH_TIMEOUT(pushed(), stored(), WindowStage::Patience);
    ArchiveStage other(m_server);
    VERIFY_RESULT(other.create());
    const ArchivePlace otherPlace = m_server.place(other.database());
    openPushes();
    const auto secrets = m_stage->keychain.secrets.size();

    click(u"addPush"_s);
    auto *entry = m_stage->find<QDialog>(u"archiveDialog"_s);
    entry->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(otherPlace.text());
    entry->findChild<QLineEdit *>(u"secret"_s)->setText(u"another-key"_s);
    click(u"openArchiveButton"_s);
    QVERIFY(waitForText(*entry, u"does not accept"_s)); // nothing is kept of what does not work
    QVERIFY(!isKept(otherPlace));
    entry->findChild<QLineEdit *>(u"secret"_s)->setText(ClickHouseServer::keyText());
    click(u"openArchiveButton"_s);

    QTRY_COMPARE_WITH_TIMEOUT(list()->topLevelItemCount(), 2, WindowStage::Patience);
    QCOMPARE(other.number("SELECT toInt64(count()) FROM event"), stored());
    QVERIFY(isKept(otherPlace));
    QCOMPARE(m_stage->keychain.secrets.size(), secrets + 1);
    list()->setCurrentItem(list()->topLevelItem(1));
    QVERIFY2(details().startsWith(u"Pushed at "_s), qPrintable(details()));
    click(u"removePush"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list()->topLevelItemCount(), 1, WindowStage::Patience);
    QVERIFY(!isKept(otherPlace) && isKept(place()));
    m_stage->close(); // before the archive goes
}

void PushAfterSyncTest::theDialogSaysHowThePushesEnded()
{
    openPushes();
    QTRY_VERIFY_WITH_TIMEOUT(details().contains(u"has not pushed any events"_s), WindowStage::Patience);

    click(u"pushNow"_s); // there are no events yet
    QTRY_VERIFY_WITH_TIMEOUT(details().contains(u"had all events"_s), WindowStage::Patience);
    QVERIFY(m_stage->sync());
    QTRY_VERIFY_WITH_TIMEOUT(details().startsWith(u"Pushed at "_s), WindowStage::Patience);
    QCOMPARE(pushed(), stored());

    qputenv(KeyVariable, "another-key");
    click(u"pushNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list()->topLevelItem(0)->text(1).startsWith(u"Failed: "_s),
                             WindowStage::Patience);
    QVERIFY2(details().contains(u"does not accept"_s), qPrintable(details()));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QAbstractButton>(u"pushNow"_s)->isEnabled(),
                             WindowStage::Patience);
    qputenv(KeyVariable, ClickHouseServer::keyText().toUtf8());
    click(u"pushNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(details().contains(u"had all events"_s), WindowStage::Patience);

    m_stage->open(); // another start of the program: the archive says when it was
    openPushes();
    QTRY_VERIFY_WITH_TIMEOUT(details().startsWith(u"The last events of this workspace"_s),
                             WindowStage::Patience);
}

void PushAfterSyncTest::aFailureLeadsToTheDialog()
{
    qputenv(KeyVariable, "another-key");
    QVERIFY(m_stage->sync());
    MessageStrip &strip = m_stage->window().sourceMessage();
    QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), WindowStage::Patience);

    strip.findChild<QAbstractButton *>(u"messageAction"_s)->click();

    QTRY_VERIFY_WITH_TIMEOUT(details().contains(u"does not accept"_s), WindowStage::Patience);
}

/// With the address and the key that the list has.
void PushAfterSyncTest::anArchiveOfTheListIsManaged()
{
    openPushes();
    const auto secrets = m_stage->keychain.secrets.size();

    click(u"managePush"_s);

    auto *dialog = m_stage->find<QDialog>(u"archiveTaskDialog"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->text(), place().text());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"reference"_s)->text(), QString::fromLatin1(KeyVariable));
    dialog->findChild<QAbstractButton *>(u"archiveStatus"_s)->click();
    QVERIFY(waitForText(*dialog, u"This is what the archive "_s));
    QVERIFY(waitForText(*dialog, u"Yes"_s)); // it is pushed after each sync
    QCOMPARE(m_stage->keychain.secrets.size(), secrets); // the key stays in its variable
    dialog->close();
    QVERIFY(list()->isVisible());
}

TRAILGLASS_GUI_TEST(PushAfterSyncTest)
#include "tst_pushaftersync.moc"

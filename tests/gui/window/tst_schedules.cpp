// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/workspace.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Scheduled sync in the window: its choice, what is said of it, and how it is paused.
class SchedulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(100);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    }
    void cleanup() { m_stage.reset(); }

    void aSourceIsSyncedByItsIntervalAndSaysWhenNext()
    {
        QCOMPARE(nextSync(), u"by hand"_s);
        QVERIFY(!pause()->isEnabled());
        chooseInterval(30);
        QTRY_COMPARE_WITH_TIMEOUT(row().state, SourceRow::State::UpToDate, WindowStage::Patience);
        QTRY_VERIFY2(nextSync().startsWith(u"in 3"_s), qPrintable(nextSync())); // with its tolerance
        const auto *details = m_stage->find<QPlainTextEdit>(u"sourceDetails"_s);
        QVERIFY2(details->toPlainText().contains(u"Next sync: 20"_s), qPrintable(details->toPlainText()));
        const auto *chip = m_stage->find<QAbstractButton>(u"sourceChip_work"_s);
        QVERIFY2(chip->toolTip().contains(u"Next sync: in 3"_s), qPrintable(chip->toolTip()));

        edit([](QWidget &dialog) {
            QVERIFY(dialog.findChild<QRadioButton *>(u"syncByInterval"_s)->isChecked());
            auto *minutes = dialog.findChild<QSpinBox *>(u"syncMinutes"_s);
            QCOMPARE(minutes->text(), u"every 30 minutes"_s);
            QCOMPARE(minutes->minimum(), 5);
            QVERIFY(!dialog.findChild<QCheckBox *>(u"syncAtStart"_s)->isChecked());
            dialog.findChild<QRadioButton *>(u"syncByHand"_s)->click();
            QVERIFY(!minutes->isEnabled());
        });
        QTRY_COMPARE(nextSync(), u"by hand"_s);
    }

    void aFailedSyncSaysWhenItIsTriedAgain()
    {
        m_stage->servers.asana().faults().every(1, Support::Fault::httpStatus(403));
        chooseInterval(30);
        QTRY_COMPARE_WITH_TIMEOUT(row().state, SourceRow::State::Failed, WindowStage::Patience);
        const auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        QVERIFY(waitForText(*pane, u"Next try: 20"_s));
        const auto *chip = m_stage->find<QAbstractButton>(u"sourceChip_work"_s);
        QTRY_VERIFY2(chip->toolTip().contains(u"Next try: in 3"_s), qPrintable(chip->toolTip()));
    }

    /// Somebody else's workspace sends nothing: the choice is in the settings of the one who made it.
    void theStartOfTheWindowSyncsForTheOneWhoChoseIt()
    {
        edit([](QWidget &dialog) { dialog.findChild<QCheckBox *>(u"syncAtStart"_s)->click(); });
        QCOMPARE(row().state, SourceRow::State::NeverSynced);
        m_stage->close();
        QVERIFY(QFile::rename(m_stage->path(u"settings.ini"_s), m_stage->path(u"mine.ini"_s)));
        m_stage->servers.asana().http().clearRequests();
        m_stage->open();
        QTRY_COMPARE(nextSync(), u"by hand"_s);
        QCOMPARE(row().state, SourceRow::State::NeverSynced);
        QVERIFY(!m_stage->window().actions().cancelSync->isEnabled());
        QVERIFY(m_stage->servers.asana().http().requests().isEmpty());
        m_stage->close();
        QVERIFY(QFile::remove(m_stage->path(u"settings.ini"_s)));
        QVERIFY(QFile::rename(m_stage->path(u"mine.ini"_s), m_stage->path(u"settings.ini"_s)));
        m_stage->open();
        QTRY_COMPARE_WITH_TIMEOUT(row().state, SourceRow::State::UpToDate, WindowStage::Patience);
    }

    void pausedTheWindowSaysSoUntilItIsResumed()
    {
        m_stage->servers.asana().http().clearRequests();
        edit([](QWidget &dialog) { dialog.findChild<QCheckBox *>(u"syncAtStart"_s)->click(); });
        QTRY_VERIFY(pause()->isEnabled());
        QVERIFY(!pausedButton()->isVisible());
        pause()->trigger();
        QVERIFY(pausedButton()->isVisible());
        QCOMPARE(pausedButton()->text(), u"Scheduled sync paused"_s);
        chooseInterval(5); // due, but for the pause
        QTRY_COMPARE(nextSync(), u"paused"_s);

        m_stage->open(); // closed and opened again
        QTRY_VERIFY(pausedButton()->isVisible());
        QTRY_COMPARE(nextSync(), u"paused"_s);
        QVERIFY(pause()->isChecked());
        QVERIFY(m_stage->servers.asana().http().requests().isEmpty());
        pausedButton()->click();
        QVERIFY(!pausedButton()->isVisible());
        QVERIFY(!pause()->isChecked());
        QTRY_COMPARE_WITH_TIMEOUT(row().state, SourceRow::State::UpToDate, WindowStage::Patience);
    }

    void itSaysForWhomItWaits()
    {
        const WorkspacePaths paths = WorkspacePaths::of(m_stage->workspace());
        auto lock = WorkspaceLock::acquire(paths, u"import"_s);
        QVERIFY(lock);
        QFile holder(paths.lock); // as another process would write it
        QVERIFY(holder.open(QIODevice::WriteOnly | QIODevice::Truncate));
        holder.write("trailglass-cli\n1\nimport\n");
        holder.close();
        chooseInterval(30);
        const QStatusBar *status = m_stage->window().statusBar();
        QTRY_VERIFY2(status->currentMessage().contains(u"scheduled sync waits"_s)
                         && status->currentMessage().contains(u"trailglass-cli is importing"_s),
                     qPrintable(status->currentMessage()));
        const auto *details = m_stage->find<QPlainTextEdit>(u"sourceDetails"_s);
        QTRY_VERIFY2(details->toPlainText().contains(u"trailglass-cli is importing"_s),
                     qPrintable(details->toPlainText()));
        QVERIFY(!m_stage->window().sourceMessage().isVisible());
    }

    void theOthersCanBeSyncedWhileAScheduledSyncWaits()
    {
        QVERIFY(m_stage->addSource(Vendor::Datafold, u"diffs"_s));
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        pane->setCurrentSource(u"work"_s);
        m_stage->servers.asana().faults().every(1, Support::Fault::httpStatus(503, "60"));
        chooseInterval(30);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"work"_s).progress.contains(u"Retrying in"_s), WindowStage::Patience);
        const QAction *cancel = m_stage->window().actions().cancelSync;
        QAction *sync = m_stage->window().actions().syncAll;
        const auto *syncThis = pane->findChild<QAction *>(u"syncSource"_s);
        auto *syncAll = pane->findChild<QAction *>(u"syncAll"_s); // of the page of the sources
        const auto *cancelThere = pane->findChild<QAction *>(u"cancelSyncs"_s);
        QVERIFY(cancel->isEnabled() && sync->isEnabled());
        QVERIFY(cancelThere->isVisible() && syncAll->isEnabled());
        QCOMPARE(syncAll->text(), u"Sync all"_s);
        QVERIFY(!syncThis->isEnabled());
        pane->setCurrentSource(u"diffs"_s);
        QVERIFY(syncThis->isEnabled());
        const auto requests = m_stage->servers.asana().http().requests().size();

        syncAll->trigger();

        QVERIFY(!sync->isEnabled() && !syncAll->isEnabled()); // all are being synced
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(u"diffs"_s).state, SourceRow::State::UpToDate, WindowStage::Patience);
        QCOMPARE(rowOf(u"work"_s).state, SourceRow::State::Syncing);
        QCOMPARE(m_stage->servers.asana().http().requests().size(), requests);
        QVERIFY(cancel->isEnabled() && sync->isEnabled() && syncAll->isEnabled());
        m_stage->window().actions().cancelSync->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!cancel->isEnabled(), WindowStage::Patience);
        QVERIFY(sync->isEnabled() && syncAll->isEnabled());
        QVERIFY(!cancelThere->isVisible());
    }

private:
    [[nodiscard]] SourceTableModel &model() { return m_stage->find<SourcesPane>(u"sourcesPane"_s)->model(); }
    [[nodiscard]] SourceRow row() { return model().rows().value(0); }
    [[nodiscard]] SourceRow rowOf(const QString &source)
    {
        return model().rows().value(model().rowOf(source).value_or(-1));
    }
    [[nodiscard]] QString nextSync()
    {
        return model().index(0, SourceTableModel::NextSyncColumn).data().toString();
    }
    [[nodiscard]] QAction *pause() { return m_stage->window().actions().pauseSchedule; }
    [[nodiscard]] QAbstractButton *pausedButton()
    {
        return m_stage->find<QAbstractButton>(u"schedulePausedButton"_s);
    }

    /// Opens the form of the source, has it filled in and saves it.
    void edit(const std::function<void(QWidget &dialog)> &fill)
    {
        m_stage->showSources()->findChild<QAction *>(u"editSource"_s)->trigger();
        const QPointer<QWidget> dialog = m_stage->find<QWidget>(u"sourceDialog"_s);
        fill(*dialog);
        dialog->findChild<QAbstractButton *>(u"save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, WindowStage::Patience);
    }
    void chooseInterval(int minutes)
    {
        edit([minutes](QWidget &dialog) {
            dialog.findChild<QRadioButton *>(u"syncByInterval"_s)->click();
            dialog.findChild<QSpinBox *>(u"syncMinutes"_s)->setValue(minutes);
        });
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(SchedulesTest)
#include "tst_schedules.moc"

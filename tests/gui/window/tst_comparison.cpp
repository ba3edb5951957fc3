// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/gridcheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QStatusBar>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Two events side by side, from the table of the real window. Two sources fetch the same log, so that there are equal
/// events too.
class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"one"_s));
        QVERIFY(m_stage->addSource(Vendor::Asana, u"two"_s));
        QVERIFY(m_stage->sync());
        const auto each = m_stage->servers.asana().events().size();
        m_all = 2 * each;
        QVERIFY(m_stage->shows(counted(m_all)));
        m_table = m_stage->find<QTableView>(u"eventTable"_s);
    }
    void cleanup() { m_stage.reset(); }

    void showsWhatIsDifferentInTheTwoSelectedEvents()
    {
        const auto [earlier, later] = twoIds();
        show(u"source:one id:%1,%2"_s.arg(earlier, later), 2);
        select({0, 1}); // newest first
        action(u"compareEvents"_s)->trigger();

        const auto *list = dialog()->findChild<QTreeView *>(u"changeList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), WindowStage::Patience);
        QVERIFY(hasRow(*list->model(), {u"gid"_s, earlier, later})); // whichever was selected first
        for (const QString &side : {u"eventBefore"_s, u"eventAfter"_s}) {
            const auto *time = dialog()->findChild<QWidget *>(side)->findChild<QLabel *>(u"eventTime"_s);
            QVERIFY(time->isVisible() && !time->text().isEmpty());
        }
        QVERIFY(!QApplication::activeModalWidget()); // the window goes on meanwhile
        QVERIFY(placesOffTheGrid().isEmpty());
        const QStringList faults = accessibilityFaults(*dialog());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void comparesAnEventWithTheRememberedOne()
    {
        const auto [earlier, later] = twoIds();
        show(u"source:one id:"_s + later, 1);
        select({0});
        action(u"compareEvents"_s)->trigger(); // there is none to compare it with yet
        QVERIFY2(m_stage->find<QStatusBar>(u"statusBar"_s)->currentMessage().contains(u"Ctrl+Shift+D"_s),
                 qPrintable(m_stage->find<QStatusBar>(u"statusBar"_s)->currentMessage()));
        QVERIFY(!m_stage->window().findChild<QDialog *>(u"eventComparison"_s));
        action(u"rememberEvent"_s)->trigger();
        QVERIFY(m_stage->find<QStatusBar>(u"statusBar"_s)->currentMessage().contains(u"remembered"_s));
        show(u"source:one id:"_s + earlier, 1); // where the remembered one is not
        select({0});
        action(u"compareEvents"_s)->trigger();
        const auto *list = dialog()->findChild<QTreeView *>(u"changeList"_s);
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), WindowStage::Patience);
        QVERIFY(hasRow(*list->model(), {u"gid"_s, earlier, later}));
    }

    void saysThatEventsAreEqual()
    {
        show(u"id:"_s + twoIds().first, 2); // of each source one
        select({0, 1});
        action(u"compareEvents"_s)->trigger();
        QVERIFY(waitForText(*dialog(), u"The two events are equal."_s));
        const QStringList texts = textsInSight(*dialog());
        QVERIFY(!texts.filter(u" · one"_s).isEmpty() && !texts.filter(u" · two"_s).isEmpty());
    }

    void saysThatAnEventWasRemoved()
    {
        const auto [earlier, later] = twoIds();
        show(u"source:two id:"_s + earlier, 1);
        select({0});
        action(u"rememberEvent"_s)->trigger();
        purge(u"two"_s);
        m_stage->window().actions().showEvents->trigger();
        show(u"id:"_s + later, 1);
        select({0});
        action(u"compareEvents"_s)->trigger();
        QVERIFY(waitForText(*dialog(), u"One of the two events was removed."_s));
        QVERIFY(!hasMessageBox());
    }

    void oneDialogShowsTheNewestComparison()
    {
        const auto [earlier, later] = twoIds();
        show(u"source:one id:%1,%2"_s.arg(earlier, later), 2);
        select({0, 1});
        action(u"compareEvents"_s)->trigger();
        const QPointer<QDialog> first = dialog();
        QTRY_VERIFY_WITH_TIMEOUT(first->findChild<QTreeView *>(u"changeList"_s)->isVisible(),
                                 WindowStage::Patience);
        show(u"id:"_s + earlier, 2);
        select({0, 1});
        action(u"compareEvents"_s)->trigger();
        QCOMPARE(dialog(), first.data());
        QVERIFY(waitForText(*first, u"The two events are equal."_s));
        first->close();
        QTRY_VERIFY(!first);
    }

private:
    [[nodiscard]] static QString counted(qsizetype all)
    {
        return u"%1 of %1 event(s)"_s.arg(QLocale().toString(all));
    }
    /// Of the first event of the log and the last one.
    [[nodiscard]] std::pair<QString, QString> twoIds() const
    {
        auto events = m_stage->servers.asana().events();
        std::ranges::sort(events, {}, &Support::VendorEvent::created);
        return {QString::fromLatin1(events.constFirst().id), QString::fromLatin1(events.constLast().id)};
    }
    [[nodiscard]] QAction *action(const QString &name) { return m_stage->find<QAction>(name); }
    [[nodiscard]] QDialog *dialog() { return m_stage->find<QDialog>(u"eventComparison"_s); }

    void show(const QString &filter, int rows)
    {
        m_stage->filter(u"id:none"_s); // so that the rows are those of the filter
        QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 0, WindowStage::Patience);
        m_stage->filter(filter);
        QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), rows, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_table->model()->index(0, 0).data().toString().isEmpty(),
                                 WindowStage::Patience);
    }
    void select(const QList<int> &rows)
    {
        m_table->clearSelection();
        for (const int row : rows) {
            m_table->selectionModel()->setCurrentIndex(
                m_table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    void purge(const QString &source)
    {
        m_stage->showSources();
        auto *pane = m_stage->find<SourcesPane>(u"sourcesPane"_s);
        pane->setCurrentSource(source);
        action(u"removeSource"_s)->trigger();
        const auto *question = m_stage->find<QMessageBox>(u"removeQuestion"_s);
        question->findChild<QCheckBox *>(u"deleteEvents"_s)->setChecked(true);
        question->findChild<QAbstractButton *>(u"confirm"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(pane->model().rowCount(), 1, WindowStage::Patience);
    }
    [[nodiscard]] static bool hasRow(const QAbstractItemModel &model, const QStringList &texts)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList shown;
            for (int column = 0; column < model.columnCount(); ++column)
                shown += model.index(row, column).data().toString();
            if (shown == texts)
                return true;
        }
        return false;
    }

    std::unique_ptr<WindowStage> m_stage;
    QTableView *m_table = nullptr;
    qsizetype m_all = 0;
};

TRAILGLASS_GUI_TEST(ComparisonTest)
#include "tst_comparison.moc"

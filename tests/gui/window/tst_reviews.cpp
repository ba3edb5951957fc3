// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/localaccount.h"
#include "models/core/text.h"
#include "models/workspace/reviews.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/events/eventsview.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QItemSelection>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStatusBar>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Reviews, marks and notes in the real window.
class ReviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
        m_all = m_stage->servers.asana().events().size();
        QVERIFY(m_stage->shows(counted(m_all, m_all)));
        m_table = m_stage->find<QTableView>(u"eventTable"_s);
    }
    void cleanup() { m_stage.reset(); }

    void whatWasReviewedIsNotNewAnyMore()
    {
        m_stage->filter(u"is:new"_s);
        QVERIFY(m_stage->shows(counted(m_all, m_all))); // nobody has looked
        QVERIFY(!label(u"reviewText"_s)->isVisible());
        const QSignalSpy said(m_stage->window().statusBar(), &QStatusBar::messageChanged);
        review(u"nothing unusual"_s);
        const QString expected = u"%1 new event(s) marked as reviewed."_s.arg(QLocale().toString(m_all));
        QTRY_VERIFY_WITH_TIMEOUT(said.contains(QVariantList{expected}), WindowStage::Patience);
        QVERIFY(m_stage->shows(counted(0, m_all)));
        // The message about the review hides it for some seconds.
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reviewText"_s)->isVisible(), WindowStage::Patience);
        QVERIFY2(label(u"reviewText"_s)->text().startsWith(u"0 new since "_s),
                 qPrintable(label(u"reviewText"_s)->text()));
        const auto log = reviewLog(m_stage->workspace(), 0);
        QVERIFY(log);
        QCOMPARE(log->size(), std::size_t{1});
        QCOMPARE(log->front().note, u"nothing unusual"_s);
        QCOMPARE(log->front().count, static_cast<qint64>(m_all));
        QCOMPARE(log->front().name, u"default"_s);
    }

    void whatArrivesLaterIsNew()
    {
        review({});
        addEvents(3);
        QVERIFY(m_stage->sync());
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reviewText"_s)->text().startsWith(u"3 new since "_s),
                                 WindowStage::Patience);
        action(u"showOnlyNew"_s)->trigger();
        QVERIFY(m_stage->shows(counted(3, m_all + 3)));
        QCOMPARE(m_stage->find<QLineEdit>(u"queryEdit"_s)->text(), u"is:new"_s);
    }

    void aPartThatWasReviewedLeavesTheRestNew()
    {
        const QString part =
            u"id:"_s + QString::fromLatin1(m_stage->servers.asana().events().constFirst().id);
        m_stage->filter(part);
        QVERIFY(m_stage->shows(counted(1, m_all)));
        review({});
        m_stage->filter(part + u" is:new"_s);
        QVERIFY(m_stage->shows(counted(0, m_all)));
        m_stage->filter(u"is:new"_s);
        QVERIFY(m_stage->shows(counted(m_all, m_all)));
    }

    void theLogIsListed()
    {
        review(u"first"_s);
        action(u"showReviewLog"_s)->trigger();
        auto *list = m_stage->find<QTreeWidget>(u"reviewLogList"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(4), u"first"_s);
    }

    void aReviewOfAnotherProgramIsNoticed()
    {
        QVERIFY(!label(u"reviewText"_s)->isVisible());
        const auto entry =
            finishReview(m_stage->workspace(), {}, {localAccountName(), SystemClock().now()}, {});
        QVERIFY(entry);
        QTRY_VERIFY_WITH_TIMEOUT(label(u"reviewText"_s)->text().startsWith(u"0 new since "_s),
                                 WindowStage::Patience);
    }

    void marksWhatIsSelectedAndShowsIt()
    {
        QTRY_VERIFY(view()->model().record(0));
        m_table->selectionModel()->select(
            QItemSelection(m_table->model()->index(0, 0), m_table->model()->index(2, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        action(u"mark_red"_s)->trigger();
        const auto mark = [this](int row) {
            return view()->model().index(row, 0).data(EventTableModel::MarkRole);
        };
        QTRY_COMPARE_WITH_TIMEOUT(mark(2), QVariant(static_cast<int>(MarkColour::Red)),
                                  WindowStage::Patience);
        QVERIFY(mark(0).isValid() && !mark(3).isValid());
        action(u"showOnlyMarked"_s)->trigger();
        QVERIFY(m_stage->shows(counted(3, m_all)));
        m_table->selectRow(0);
        action(u"removeMark"_s)->trigger(); // the filter selects by marks: the result follows
        QVERIFY(m_stage->shows(counted(2, m_all)));
    }

    void marksCanBeFilteredForAndAgainst()
    {
        QTRY_VERIFY(view()->model().record(0));
        m_table->selectRow(1);
        action(u"mark_blue"_s)->trigger();
        m_stage->filter(u"mark:blue"_s);
        QVERIFY(m_stage->shows(counted(1, m_all)));
        m_stage->filter(u"-mark:blue"_s);
        QVERIFY(m_stage->shows(counted(m_all - 1, m_all)));
    }

    void writesANoteInTheInspector()
    {
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        QTRY_VERIFY(!label(u"eventTime"_s)->text().isEmpty());
        QTRY_VERIFY(m_stage->find<QWidget>(u"remarksBar"_s)->isVisible());
        action(u"writeNote"_s)->trigger();
        auto *edit = m_stage->find<QPlainTextEdit>(u"eventNoteText"_s);
        QTRY_VERIFY(edit->isVisible());
        edit->setPlainText(u"asked the owner"_s);
        m_stage->find<QAbstractButton>(u"saveNote"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!edit->isVisible(), WindowStage::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QAbstractButton>(u"eventNoteButton"_s)->text(),
                                  u"asked the owner"_s, WindowStage::Patience);
        QTRY_COMPARE(view()->model().index(0, 0).data(EventTableModel::NoteRole).toString(),
                     u"asked the owner"_s);
        m_stage->filter(u"note:~owner"_s);
        QVERIFY(m_stage->shows(counted(1, m_all)));
    }

    void aNoteIsOfOneEventWhereSeveralAreSelected()
    {
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        QTRY_VERIFY(!label(u"eventTime"_s)->text().isEmpty());
        QTRY_VERIFY(m_stage->find<QWidget>(u"remarksBar"_s)->isVisible());
        m_table->selectionModel()->select(
            QItemSelection(m_table->model()->index(0, 0), m_table->model()->index(2, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        action(u"writeNote"_s)->trigger();
        auto *edit = m_stage->find<QPlainTextEdit>(u"eventNoteText"_s);
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(label(u"eventNoteTitle"_s)->text(), u"Note on this event only, of 3 selected"_s);
        edit->setPlainText(u"asked the owner"_s);
        m_stage->find<QAbstractButton>(u"saveNote"_s)->click();
        QTRY_COMPARE(view()->model().index(0, 0).data(EventTableModel::NoteRole).toString(),
                     u"asked the owner"_s);
        m_stage->filter(u"note:~owner"_s);
        QVERIFY(m_stage->shows(counted(1, m_all)));
    }

    void aMarkOfAnotherProgramIsShown()
    {
        QTRY_VERIFY(view()->model().record(0));
        const EventRecord record = *view()->model().record(0);
        const auto changed = changeMarks(m_stage->workspace(), {{toQString(record.source), record.event.id}},
                                         MarkColour::Green, {u"bob"_s, SystemClock().now()});
        QVERIFY(changed);
        QTRY_COMPARE_WITH_TIMEOUT(view()->model().index(0, 0).data(EventTableModel::MarkRole),
                                  QVariant(static_cast<int>(MarkColour::Green)), WindowStage::Patience);
    }

private:
    [[nodiscard]] static QString counted(qsizetype shown, qsizetype all)
    {
        const QLocale locale;
        return u"%1 of %2 event(s)"_s.arg(locale.toString(shown), locale.toString(all));
    }
    [[nodiscard]] QAction *action(const QString &name) { return m_stage->find<QAction>(name); }
    [[nodiscard]] QLabel *label(const QString &name) { return m_stage->find<QLabel>(name); }
    [[nodiscard]] EventsView *view() { return m_stage->find<EventsView>(u"eventsView"_s); }

    /// Through the dialog, as a reviewer does.
    void review(const QString &note)
    {
        QTRY_VERIFY(action(u"markReviewed"_s)->isEnabled());
        action(u"markReviewed"_s)->trigger();
        const QPointer<QDialog> dialog = m_stage->find<QDialog>(u"reviewDialog"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QLabel *>(u"reviewCount"_s)->text().contains(u" new."_s),
                                 WindowStage::Patience);
        dialog->findChild<QPlainTextEdit *>(u"reviewNoteText"_s)->setPlainText(note);
        dialog->findChild<QAbstractButton *>(u"reviewButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, WindowStage::Patience);
    }

    /// The vendor has so many more events.
    void addEvents(int count)
    {
        const Support::VendorEvent last = m_stage->servers.asana().events().constLast();
        for (int number = 0; number < count; ++number) {
            Support::VendorEvent event = last;
            event.id = last.id + QByteArray::number(number);
            event.raw.replace(last.id, event.id);
            m_stage->servers.asana().addEvent(event);
        }
    }

    std::unique_ptr<WindowStage> m_stage;
    QTableView *m_table = nullptr;
    qsizetype m_all = 0;
};

TRAILGLASS_GUI_TEST(ReviewsTest)
#include "tst_reviews.moc"

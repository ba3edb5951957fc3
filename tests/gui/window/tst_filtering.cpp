// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/filters/termchip.h"
#include "views/histogram/histogramchart.h"
#include "views/sources/sourcespane.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// The filter of the real window, over the demo's events: chips, undo, and what is said when nothing is found.
class FilteringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void undoesChangesWhereverTheyWereMade()
    {
        type(u"op:auth"_s);
        QVERIFY(m_stage->shows(m_stage->shownCount()));
        const QString facet = clickFacet(u"outcome"_s);
        const QString withFacet = m_edit->text();
        QCOMPARE(withFacet, u"op:auth outcome:"_s + facet);
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        m_stage->find<QAction>(u"clearFilter"_s)->trigger();
        QVERIFY(m_edit->text().isEmpty());

        press(table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_edit->text(), withFacet);
        press(table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_edit->text(), u"op:auth"_s);
        press(m_edit, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_edit->text().isEmpty());
        QVERIFY(m_stage->shows(everything()));

        press(m_edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_edit->text(), u"op:auth"_s);
        press(table, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_edit->text(), withFacet);
    }

    void listsTheLastFiltersWithTheirCounts()
    {
        type(u"op:auth"_s);
        QTRY_VERIFY(m_stage->shownCount() != everything());
        const QString count = m_stage->shownCount().section(u' ', 0, 0);
        m_stage->find<QAction>(u"clearFilter"_s)->trigger();
        QVERIFY(m_stage->shows(everything()));
        m_edit->setFocus();
        QTest::keyClick(m_edit, Qt::Key_Down);
        auto *menu = m_stage->find<QMenu>(u"queryHistoryMenu"_s);
        QVERIFY(menu->isVisible());
        QCOMPARE(menu->actions().constFirst()->text(), u"op:auth\t"_s + count);
        menu->actions().constFirst()->trigger();
        menu->close();
        QCOMPARE(m_edit->text(), u"op:auth"_s);
    }

    void chipsTurnTermsOffAndOn()
    {
        type(u"op:auth outcome:failure"_s);
        QTRY_COMPARE(chips().size(), 2);
        QTRY_VERIFY(m_stage->shownCount() != everything());
        const QString both = m_stage->shownCount();
        chips()[0]->setFocus();
        press(chips()[0], Qt::Key_Space);
        QCOMPARE(m_edit->text(), u"outcome:failure"_s);
        QCOMPARE(chips().size(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->shownCount() != both, WindowStage::Patience);
        press(chips()[0], Qt::Key_Space);
        QVERIFY(m_stage->shows(both));
        press(chips()[0], Qt::Key_Space);
        press(m_edit, Qt::Key_Z, Qt::ControlModifier); // turning off is a change like others
        QCOMPARE(m_edit->text(), u"op:auth outcome:failure"_s);
    }

    void aChipOpensItsTermInTheText()
    {
        type(u"op:auth outcome:failure"_s);
        QTRY_COMPARE(chips().size(), 2);
        chips()[1]->setFocus();
        press(chips()[1], Qt::Key_Return);
        QTRY_VERIFY(m_edit->hasFocus());
        QCOMPARE(m_edit->selectedText(), u"outcome:failure"_s);
    }

    void sharesOneSpellingWithTheFacets()
    {
        type(u"OUTCOME:FAILURE"_s);
        QTRY_VERIFY(m_stage->shownCount() != everything());
        const auto *model = facet(u"outcome"_s)->model();
        const auto isChecked = [model] {
            for (int row = 0; row < model->rowCount(); ++row) {
                const QModelIndex index = model->index(row, 0);
                if (index.data().toString() == u"failure"_s)
                    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(), WindowStage::Patience);
    }

    void saysWhatWouldBeFound()
    {
        type(u"actor.email:=mara weekday:sat,sun"_s);
        auto *empty = m_stage->find<QWidget>(u"eventsEmpty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(suggestion(1) && suggestion(1)->isVisible(), WindowStage::Patience);
        QVERIFY2(suggestion(0)->text().contains(u"No event has exactly “mara”"_s),
                 qPrintable(suggestion(0)->text()));
        QTRY_VERIFY_WITH_TIMEOUT(
            empty->findChild<QLabel *>(u"emptyText"_s)->text().contains(u"actor.email:=mara"_s),
            WindowStage::Patience);
        const QString text = suggestion(0)->text();
        suggestion(0)->click();
        QCOMPARE(m_edit->text(), u"actor.email:~mara weekday:sat,sun"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!empty->isVisible(), WindowStage::Patience);
        QVERIFY2(text.contains(m_stage->shownCount().section(u' ', 0, 0) + u' '), qPrintable(text));
    }

    void saysThatTheEventsAreOfAnotherTime()
    {
        type(u"created:2019"_s);
        auto *empty = m_stage->find<QWidget>(u"eventsEmpty"_s);
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(empty->findChild<QLabel *>(u"emptyText"_s)->text().contains(u"outside"_s),
                                 WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(suggestion(0) && suggestion(0)->isVisible(), WindowStage::Patience);
        suggestion(0)->click();
        QVERIFY(m_edit->text().isEmpty());
    }

    void saysHowManyEventsAreSelected()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        const auto *label = m_stage->find<QLabel>(u"selectionText"_s);
        QVERIFY(label->text().isEmpty());
        table->selectionModel()->select(
            QItemSelection(table->model()->index(0, 0), table->model()->index(4, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(label->text(), u"5 selected"_s);
        m_stage->window().actions().selectAll->trigger();
        QCOMPARE(label->text(), QLocale().toString(All) + u" selected"_s);
        m_stage->window().actions().exportEvents->trigger();
        auto *selection = m_stage->find<QAbstractButton>(u"exportSelection"_s);
        QVERIFY(selection->isEnabled() && selection->isChecked());
        QVERIFY2(selection->text().contains(QLocale().toString(All)), qPrintable(selection->text()));
        m_stage->find<QAbstractButton>(u"exportClose"_s)->click();
        type(u"op:auth"_s);
        QTRY_VERIFY_WITH_TIMEOUT(label->text().isEmpty(), WindowStage::Patience);
    }

    void aColourRuleBeginsWithTheCurrentFilter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("objection");
        QTest::newRow("good") << u"op:auth outcome:failure"_s << QString();
        QTest::newRow("empty") << QString() << u"The filter is empty"_s;
        QTest::newRow("broken") << u"actr:x"_s << u"actor"_s;
        QTest::newRow("of no source") << u"source:nowhere"_s << u"nowhere"_s;
    }
    void aColourRuleBeginsWithTheCurrentFilter()
    {
        QFETCH(const QString, filter);
        QFETCH(const QString, objection);
        // Which sources there are is known when they are listed.
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find<SourcesPane>(u"sourcesPane"_s)->model().rows().isEmpty(),
                                 WindowStage::Patience);
        QCOMPARE(m_stage->filter(filter), filter);
        m_stage->find<QAction>(u"colourRules"_s)->trigger();
        QPointer<QDialog> dialog = m_stage->find<QDialog>(u"colourRulesDialog"_s);
        auto *button = dialog->findChild<QPushButton *>(u"addRuleFromFilter"_s);
        QVERIFY(button->isVisible());
        QCOMPARE(button->isEnabled(), objection.isEmpty());
        QVERIFY2(button->toolTip().contains(objection), qPrintable(button->toolTip()));
        button->click();
        QCOMPARE(dialog->findChild<QLineEdit *>(u"ruleFilter"_s)->text(),
                 objection.isEmpty() ? filter : QString());
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    void clicksNeverGoOnFromTheBeginningOfAText_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("typed");
        QTest::newRow("after a filter that was typed") << QString() << u"actor:~mara op:bogus"_s;
        QTest::newRow("after a filter that was accepted") << u"actor:~mara"_s << u" op:bogus"_s;
    }
    void clicksNeverGoOnFromTheBeginningOfAText()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, typed);
        type(before);
        QTest::keyClicks(m_edit, typed);
        const QString broken = before + typed;
        QCOMPARE(m_edit->text(), broken);
        const auto *shown = m_stage->find<QLabel>(u"queryShown"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shown->text(), u"Still shown: actor:~mara"_s, WindowStage::Patience);
        const QString value = clickFacet(u"outcome"_s);
        QCOMPARE(m_edit->text(), u"actor:~mara outcome:"_s + value);

        press(m_edit, Qt::Key_Z, Qt::ControlModifier); // it is not lost
        QCOMPARE(m_edit->text(), broken);
        QTRY_COMPARE_WITH_TIMEOUT(shown->text(), u"Still shown: actor:~mara"_s, WindowStage::Patience);
    }

    void aMenuNeverGoesOnFromTheBeginningOfAText()
    {
        QTest::keyClicks(m_edit, u"marked:red"_s);
        m_stage->find<QAction>(u"showOnlyMarked"_s)->trigger();
        QCOMPARE(m_edit->text(), u"is:marked"_s);
    }

    /// Also where the beginning of the text was searched and found nothing.
    void allPanesShowOneFilterWhileTheTextCannotBeRead()
    {
        const auto *empty = m_stage->find<QWidget>(u"eventsEmpty"_s);
        const auto *chart = m_stage->find<HistogramChart>(u"histogramChart"_s);
        type(u"op:auth"_s);
        const auto isShown = [this] {
            return m_stage->shownCount() != everything() && m_stage->shownCount().endsWith(u" event(s)"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(), WindowStage::Patience);
        const QString accepted = m_stage->shownCount();
        const int count = QLocale().toInt(accepted.section(u' ', 0, 0));
        QVERIFY(count > 0);
        QTRY_COMPARE_WITH_TIMEOUT(countedOutcomes(), count, WindowStage::Patience);
        QTest::keyClicks(m_edit, u" zzyzx"_s);
        QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), WindowStage::Patience);
        QTRY_COMPARE_WITH_TIMEOUT(countedOutcomes(), 0, WindowStage::Patience);

        QTest::keyClicks(m_edit, u":failed"_s);
        QVERIFY(m_stage->shows(accepted + u" · previous result"_s));
        QVERIFY(!empty->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(countedOutcomes(), count, WindowStage::Patience);
        QTRY_VERIFY_WITH_TIMEOUT(chart->geometry().bins() > 0, WindowStage::Patience);
        QCOMPARE(m_stage->find<QLabel>(u"activeFilters"_s)->text(), u"Filters: 1"_s);
    }

    void theGuideOfTheLanguageStandsBesideTheWindow()
    {
        press(m_edit, Qt::Key_F1, Qt::ControlModifier);
        auto *guide = m_stage->find<QDialog>(u"filterGuide"_s);
        QVERIFY(QTest::qWaitForWindowExposed(guide));
        QVERIFY(!QApplication::activeModalWidget());
        auto *table = guide->findChild<QTableWidget *>(u"guideTable"_s);
        table->setCurrentItem(table->findItems(u"op:delete OR op:export"_s, Qt::MatchExactly).constFirst());
        guide->findChild<QPushButton *>(u"useExample"_s)->click();
        QCOMPARE(m_edit->text(), u"op:delete OR op:export"_s);
        QTRY_VERIFY(m_stage->shownCount() != everything());
        QVERIFY(guide->isVisible());

        m_stage->find<QAction>(u"showFilterGuide"_s)->trigger();
        QCOMPARE(m_stage->window().findChildren<QDialog *>(u"filterGuide"_s).size(), 1);
        guide->close();
    }

    void theLineShowsAFilterThatFindsSomething()
    {
        const QString example = m_edit->placeholderText()
                                    .section(u": "_s, 1)
                                    .section(u", "_s, 0, 0); // after what it is, before what else
        QVERIFY2(example.contains(u"actor:~"_s), qPrintable(example));
    }

    void findsLettersAsTheyAreTyped()
    {
        const auto isFoundBeside = [this](const QString &before) {
            return m_stage->shownCount() != before
                && m_stage->shownCount().endsWith(u"of %1 event(s)"_s.arg(QLocale().toString(All)));
        };
        QTest::keyClicks(m_edit, u"bac"_s); // and no Enter
        QTRY_VERIFY_WITH_TIMEOUT(isFoundBeside(everything()), WindowStage::Patience);
        const QString ofThree = m_stage->shownCount();
        QVERIFY(!ofThree.startsWith(u"0 "_s));
        QTest::keyClicks(m_edit, u"kup"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isFoundBeside(ofThree), WindowStage::Patience);
        QVERIFY(!m_stage->shownCount().startsWith(u"0 "_s));
    }

private:
    static constexpr int All = 6370;

    void open()
    {
        m_stage->openFilled();
        QVERIFY(m_stage->shows(everything()));
        QTRY_VERIFY_WITH_TIMEOUT(facet(u"outcome"_s)->model()->rowCount() > 1, WindowStage::Patience);
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        m_edit->setFocus();
        QTRY_VERIFY(m_edit->hasFocus());
    }
    [[nodiscard]] static QString everything() { return u"%1 of %1 event(s)"_s.arg(QLocale().toString(All)); }
    void type(const QString &text) { m_stage->filter(text); }
    static void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        widget->setFocus();
        QTest::keyClick(widget, key, modifiers);
    }
    [[nodiscard]] FacetView *facet(const QString &field)
    {
        return m_stage->find<QWidget>("facet."_L1 + field)->findChild<FacetView *>(u"facetValues"_s);
    }
    /// The sum of the counts in the filter pane, which is the number of events in the result: each has an outcome.
    [[nodiscard]] int countedOutcomes()
    {
        const auto *model = facet(u"outcome"_s)->model();
        int sum = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            sum += QLocale().toInt(model->index(row, 0).data(FacetCountRole).toString());
        return sum;
    }
    /// \returns the value
    QString clickFacet(const QString &field)
    {
        FacetView *values = facet(field);
        const QModelIndex index = values->model()->index(0, 0);
        const QRect place = values->visualRect(index);
        QTest::mouseClick(values->viewport(), Qt::LeftButton, {}, {place.left() + 30, place.center().y()});
        return index.data().toString();
    }
    [[nodiscard]] QList<TermChip *> chips()
    {
        QList<TermChip *> shown;
        for (TermChip *chip : m_stage->window().findChildren<TermChip *>()) {
            if (chip->isVisible())
                shown += chip;
        }
        return shown;
    }
    [[nodiscard]] QPushButton *suggestion(int number)
    {
        return m_stage->window().findChild<QPushButton *>(u"emptySuggestion%1"_s.arg(number));
    }

    std::unique_ptr<WindowStage> m_stage;
    QLineEdit *m_edit = nullptr;
};

TRAILGLASS_GUI_TEST(FilteringTest)
#include "tst_filtering.moc"

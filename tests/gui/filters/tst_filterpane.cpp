// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/filters/filterpanestage.h"
#include "tests/runner/testclass.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

class FilterPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void asksForOpenGroupsOncePerChange();
    void asksForNothingOutOfSight();
    void letsCountsArriveBeforeItAsksForNewerOnes();
    void showsValuesWithCounts();
    void choosesByClickAndKeyboard();
    void excludesByAltClickAndMinus();
    void offersAMenuAtARow();
    void followsTheText();
    void keepsItsChoicesWhileTheTextIsBroken();
    void asksForTheFilterInForceAfterAPauseWhereTheTextIsBroken();
    void neverAddsToTheBeginningOfAText();
    void showsChosenValuesThatWereNotCounted();
    void searchesLongLists();
    void searchesLettersHoweverTheyAreComposed();
    void saysThatOnlyTheMostFrequentAreShown();
    void looksAmongMoreValuesWhileOneSearches();
    void saysWhenCountingFails();
    void showsHostileValuesAsText();
    void clearsEverything();
    void writesTimePresetsAndReadsThemBack();
    void picksASpanInTheDisplayZone();
    void fromAndToMoveNoGroup();
    void fromAndToBeginWithTheTimeInForce();
};

void FilterPaneTest::asksForOpenGroupsOncePerChange()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    QCOMPARE(window.wanted.first().at(1).toInt(), FilterPane::MaxValues);
    window.filter.setText(u"a"_s);
    window.filter.setText(u"ab"_s);
    QTRY_COMPARE(window.wanted.size(), 2);
    const auto open = window.pane.expandedFields().size();
    window.pane.findChild<QWidget *>(u"facet.ip"_s)->findChild<QToolButton *>(u"facetHeading"_s)->click();
    QCOMPARE(window.pane.expandedFields().size(), open + 1);
    QTRY_COMPARE(window.wanted.size(), 3);
}

void FilterPaneTest::asksForNothingOutOfSight()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.hide();
    window.filter.setText(u"a"_s);
    QCoreApplication::sendPostedEvents();
    window.pane.show();
    QTRY_COMPARE(window.wanted.size(), 2);
}

void FilterPaneTest::letsCountsArriveBeforeItAsksForNewerOnes()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.refresh();
    window.pane.refresh();
    const auto fields = window.pane.expandedFields();
    for (const Filter::FieldReference &field : fields) {
        QCOMPARE(window.wanted.size(), 1);
        window.pane.setFacet({{field, {}}});
    }
    QTRY_COMPARE(window.wanted.size(), 2);
    for (const Filter::FieldReference &field : fields)
        window.pane.setFacet({{field, {}}});
    window.pane.refresh();
    QTRY_COMPARE(window.wanted.size(), 3);
}

void FilterPaneTest::showsValuesWithCounts()
{
    FilterPaneStage window;
    QCOMPARE(window.values->model()->rowCount(), 3);
    QCOMPARE(window.shown(0), u"ann"_s);
    QCOMPARE(window.count(0), u"12,345"_s);
    QCOMPARE(window.shown(2), u"(no value)"_s);
    QVERIFY(window.index(2).data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(!window.search->isVisible());
}

void FilterPaneTest::choosesByClickAndKeyboard()
{
    FilterPaneStage window;
    window.click(0);
    QCOMPARE(window.filter.text(), u"actor:=ann"_s);
    QCOMPARE(window.state(0), Qt::Checked);
    window.values->setCurrentIndex(window.values->model()->index(1, 0));
    QTest::keyClick(window.values, Qt::Key_Space);
    QCOMPARE(window.filter.text(), u"actor:=ann,bob"_s);
    window.click(2);
    QCOMPARE(window.filter.text(), u"actor:=ann,bob OR -actor:*"_s);
    window.click(0);
    window.click(2);
    QCOMPARE(window.filter.text(), u"actor:=bob"_s);
}

void FilterPaneTest::excludesByAltClickAndMinus()
{
    FilterPaneStage window;
    window.click(0, Qt::AltModifier);
    QCOMPARE(window.filter.text(), u"-actor:=ann"_s);
    QCOMPARE(window.state(0), Qt::PartiallyChecked);
    window.values->setCurrentIndex(window.values->model()->index(1, 0));
    QTest::keyClick(window.values, Qt::Key_Minus);
    QCOMPARE(window.filter.text(), u"-actor:=ann,bob"_s);
    window.click(0);
    QCOMPARE(window.filter.text(), u"-actor:=bob"_s);
}

void FilterPaneTest::offersAMenuAtARow()
{
    FilterPaneStage window;
    window.click(0);
    window.chooseFromMenu(1, u"facetOnly"_s);
    QCOMPARE(window.filter.text(), u"actor:=bob"_s);
    window.chooseFromMenu(1, u"facetExclude"_s);
    QCOMPARE(window.filter.text(), u"-actor:=bob"_s);
    window.chooseFromMenu(0, u"facetCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ann"_s);
    window.chooseFromMenu(0, u"facetCopyTerm"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"actor:=ann"_s);
    QSignalSpy column(&window.pane, &FilterPane::columnRequested);
    window.chooseFromMenu(0, u"facetColumn"_s);
    QCOMPARE(column.size(), 1);
    QCOMPARE(column.first().first().toString(), u"actor"_s);
    QCOMPARE(window.filter.text(), u"-actor:=bob"_s);
    window.chooseFromMenu(0, u"facetClear"_s);
    QCOMPARE(window.filter.text(), u""_s);
}

void FilterPaneTest::followsTheText()
{
    FilterPaneStage window;
    window.filter.setText(u"x actor==bob"_s);
    QCOMPARE(window.state(0), Qt::Unchecked);
    QCOMPARE(window.state(1), Qt::Checked);
    window.click(0);
    QCOMPARE(window.filter.text(), u"x actor:=bob,ann"_s);
}

void FilterPaneTest::keepsItsChoicesWhileTheTextIsBroken()
{
    FilterPaneStage window;
    window.click(1);
    window.filter.setText(u"actor:=bob op:"_s);
    QVERIFY(window.filter.error());
    QCOMPARE(window.state(1), Qt::Checked);
    window.click(0);
    QCOMPARE(window.filter.text(), u"actor:=bob,ann"_s);
    QVERIFY(!window.filter.error());
}

void FilterPaneTest::asksForTheFilterInForceAfterAPauseWhereTheTextIsBroken()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    const auto fields = window.pane.expandedFields();
    for (const Filter::FieldReference &field : fields)
        window.pane.setFacet({{field, {}}});
    window.filter.setText(u"o"_s);
    QTRY_COMPARE(window.wanted.size(), 2);
    for (const Filter::FieldReference &field : fields)
        window.pane.setFacet({{field, {}}});

    QElapsedTimer passed;
    passed.start();
    window.filter.setText(u"o:"_s);
    QTRY_COMPARE(window.wanted.size(), 3);
    QCOMPARE_GE(passed.elapsed(), qint64{FilterState::BrokenPause / 2});
}

/// What is typed is the beginning of a field's name, until the text cannot be read.
void FilterPaneTest::neverAddsToTheBeginningOfAText()
{
    FilterPaneStage window;
    const QString typed = u"op:auth actr:x"_s;
    for (qsizetype length = 1; length <= typed.size(); ++length)
        window.filter.setText(typed.first(length));
    QVERIFY(window.filter.error());
    window.click(0);
    QCOMPARE(window.filter.text(), u"op:auth actor:=ann"_s);
}

void FilterPaneTest::showsChosenValuesThatWereNotCounted()
{
    FilterPaneStage window;
    window.filter.setText(u"actor==zoe -actor==yan"_s);
    QCOMPARE(window.values->model()->rowCount(), 5);
    QCOMPARE(window.shown(3), u"zoe"_s);
    QCOMPARE(window.count(3), u"0"_s);
    QCOMPARE(window.state(4), Qt::PartiallyChecked);
    window.click(3);
    QCOMPARE(window.filter.text(), u"-actor:=yan"_s);
}

void FilterPaneTest::searchesLongLists()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(12)}});
    QVERIFY(window.search->isVisible());
    QTest::keyClicks(window.search, u"ER1"_s);
    QCOMPARE(window.values->model()->rowCount(), 3);
    window.filter.setText(u"actor==user5"_s);
    QCOMPARE(window.values->model()->rowCount(), 4);
    window.search->clear();
    window.more->click();
    QCOMPARE(window.values->model()->rowCount(), 15); // and those from before
}

void FilterPaneTest::searchesLettersHoweverTheyAreComposed()
{
    FilterPaneStage window;
    std::vector<FacetValue> many{{"Zo\u00EB", 50}, {"zoe\u0308 b", 40}, {"Zoe", 30}};
    for (int number = 0; number < 12; ++number)
        many.push_back({"user" + std::to_string(number), 12 - number});
    window.pane.setFacet({{Field::Actor, many}});
    window.search->setText(u"zo\u00EB"_s);
    QCOMPARE(window.values->model()->rowCount(), 2);
    window.search->setText(u"ZOE\u0308"_s);
    QCOMPARE(window.values->model()->rowCount(), 2);
}

void FilterPaneTest::saysThatOnlyTheMostFrequentAreShown()
{
    FilterPaneStage window;
    QVERIFY(!window.note->isVisible());
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(FilterPane::MaxValues)}});
    QVERIFY(!window.note->isVisible());
    window.more->click();
    QVERIFY(window.note->isVisible());
    QVERIFY(window.note->text().contains(u"200"_s));
    window.filter.setText(u"actor==zoe"_s);
    QCOMPARE(window.shown(FilterPane::MaxValues), u"zoe"_s);
    QCOMPARE(window.count(FilterPane::MaxValues), u""_s);
}

void FilterPaneTest::looksAmongMoreValuesWhileOneSearches()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(FilterPane::MaxValues)}});
    QTest::keyClicks(window.search, u"r999"_s);
    QTRY_COMPARE(window.wanted.size(), 2);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxSearchedValues);
    QCOMPARE(window.values->model()->rowCount(), 0);
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(1'000)}});
    QCOMPARE(window.values->model()->rowCount(), 1);
    QVERIFY(!window.note->isVisible());
    window.filter.setText(u"op:auth"_s);
    QTRY_COMPARE(window.wanted.size(), 3);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxSearchedValues);
    window.search->clear();
    QTRY_COMPARE(window.wanted.size(), 4);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxValues);
    // What was counted in full is not requested again.
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(20)}});
    QTest::keyClicks(window.search, u"r1"_s);
    bool isAsked = false; // queued after any request of the pane
    QTimer::singleShot(0, &window.pane, [&isAsked] { isAsked = true; });
    QTRY_VERIFY(isAsked);
    QCOMPARE(window.wanted.size(), 4);
}

void FilterPaneTest::saysWhenCountingFails()
{
    FilterPaneStage window;
    auto *source = window.pane.findChild<QWidget *>(u"facet.source"_s)->findChild<QLabel *>(u"facetNote"_s);
    window.pane.setFacetsFailed({ErrorKind::Storage, u"<b>The disk is gone.</b>"_s});
    QCOMPARE(source->text(), u"<b>The disk is gone.</b>"_s);
    QCOMPARE(source->textFormat(), Qt::PlainText);
    window.pane.setFacet({{Field::Source, {}}});
    QVERIFY(source->text().contains(u"No values"_s));
}

void FilterPaneTest::showsHostileValuesAsText()
{
    FilterPaneStage window;
    const std::string markup = "<img src='http://x/'>&\u202E\n,\"*";
    window.pane.setFacet({{Field::Actor, {{markup, 2}, {std::string(10'000'000, 'x'), 1}}}});
    QCOMPARE(window.shown(0), u"<img src='http://x/'>&<U+202E><LF>,\"*"_s);
    const QString tip = window.values->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;img"_s));
    QVERIFY(!tip.contains(u"<img"_s));
    QVERIFY(window.shown(1).size() < 2'000);
    window.click(0);
    QCOMPARE(window.state(0), Qt::Checked);
    QCOMPARE(window.values->model()->rowCount(), 5); // and those from before
    QSignalSpy refused(&window.filter, &FilterState::refused);
    window.click(1);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(window.state(1), Qt::Unchecked);
}

void FilterPaneTest::clearsEverything()
{
    FilterPaneStage window;
    auto *clear = window.pane.findChild<QPushButton *>(u"clearFilters"_s);
    auto *active = window.pane.findChild<QLabel *>(u"activeFilters"_s);
    QVERIFY(!clear->isEnabled());
    window.filter.setText(u"x actor==bob created:-7d"_s);
    QVERIFY(active->text().contains(u"3"_s));
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(window.filter.text(), u""_s);
    QVERIFY(!clear->isEnabled());
}

void FilterPaneTest::writesTimePresetsAndReadsThemBack()
{
    FilterPaneStage window;
    auto *presets = window.pane.findChild<QComboBox *>(u"timePresets"_s);
    QCOMPARE(presets->currentText(), u"Any time"_s);
    presets->setFocus();
    QTest::keyClick(presets, Qt::Key_Down);
    QCOMPARE(window.filter.text(), u"created:-1h"_s);
    window.filter.setText(u"created:yesterday x"_s);
    QCOMPARE(presets->currentText(), u"Yesterday"_s);
    const int count = presets->count();
    window.filter.setText(u"created:>2025 x"_s);
    QCOMPARE(presets->currentText(), u"Custom"_s);
    window.filter.setText(u"x"_s);
    QCOMPARE(presets->currentText(), u"Any time"_s);
    QCOMPARE(presets->count(), count);
}

void FilterPaneTest::picksASpanInTheDisplayZone()
{
    FilterPaneStage window;
    window.pane.setDisplayZone("Europe/Berlin");
    auto *presets = window.pane.findChild<QComboBox *>(u"timePresets"_s);
    auto *from = window.pane.findChild<QDateTimeEdit *>(u"timeFrom"_s);
    auto *to = window.pane.findChild<QDateTimeEdit *>(u"timeTo"_s);
    QVERIFY(!from->isVisible());
    window.filter.setText(u"x created:2026-10"_s);
    QVERIFY(!from->isVisible()); // only the user opens them
    QCOMPARE(from->text(), u"2026-10-01 00:00"_s);
    QCOMPARE(to->text(), u"2026-10-31 23:59"_s);
    // The hour that Berlin has twice, and one that it has not.
    to->setDateTime(QDateTime(QDate(2026, 10, 25), QTime(2, 30), Qt::UTC));
    QCOMPARE(window.filter.text(), u"x created:2026-10-01T00:00..2026-10-25T02:30"_s);
    from->setDateTime(QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC));
    QCOMPARE(window.filter.text(), u"x created:2026-03-29T02:30..2026-10-25T02:30"_s);
    QCOMPARE(from->text(), u"2026-03-29 02:30"_s);
    // An end before the start takes the start with it.
    to->setDateTime(QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(window.filter.text(), u"x created:2025-01-01T00:00..2025-01-01T00:00"_s);
    QCOMPARE(presets->currentText(), u"From … to …"_s);
}

/// Whether the filter is typed, a bar of the histogram is chosen, or the user wants to edit the time.
void FilterPaneTest::fromAndToMoveNoGroup()
{
    FilterPaneStage window;
    auto *presets = window.pane.findChild<QComboBox *>(u"timePresets"_s);
    auto *span = window.pane.findChild<QWidget *>(u"timeSpan"_s);
    const auto place = [&window] {
        window.layOut();
        return QRect(window.heading->mapTo(&window.pane, QPoint(0, 0)), window.heading->size());
    };
    const QRect before = place();

    window.filter.setText(u"created:2026-10-01..2026-10-05"_s);
    QCOMPARE(presets->currentText(), u"From … to …"_s);
    QCOMPARE(place(), before);
    window.filter.setText({});
    Q_EMIT presets->activated(presets->findText(u"From … to …"_s));
    QTRY_VERIFY(span->isVisible());
    QVERIFY(span->isWindow());
    QCOMPARE(place(), before);
    QTest::keyClick(span, Qt::Key_Escape);
    QVERIFY(!span->isVisible());
    QCOMPARE(place(), before);

    window.pane.findChild<QToolButton *>(u"timeSpanButton"_s)->click();
    QTRY_VERIFY(span->isVisible());
    QTest::keyClick(window.pane.findChild<QDateTimeEdit *>(u"timeFrom"_s), Qt::Key_Return);
    QVERIFY(!span->isVisible());
}

void FilterPaneTest::fromAndToBeginWithTheTimeInForce()
{
    FilterPaneStage window;
    window.filter.setText(u"x created:yesterday"_s);
    window.pane.findChild<QToolButton *>(u"timeSpanButton"_s)->click();
    auto *from = window.pane.findChild<QDateTimeEdit *>(u"timeFrom"_s);
    QTRY_VERIFY(from->isVisible());
    QCOMPARE(from->text(), u"2026-11-19 00:00"_s);
    QCOMPARE(window.pane.findChild<QDateTimeEdit *>(u"timeTo"_s)->text(), u"2026-11-19 23:59"_s);
    QCOMPARE(window.filter.text(), u"x created:yesterday"_s); // until something is changed
    from->setDateTime(QDateTime(QDate(2026, 11, 19), QTime(8, 0), Qt::UTC));
    QCOMPARE(window.filter.text(), u"x created:2026-11-19T08:00..2026-11-19T23:59"_s);
    window.pane.findChild<QWidget *>(u"timeSpan"_s)->close();
}

TRAILGLASS_GUI_TEST(FilterPaneTest)
#include "tst_filterpane.moc"

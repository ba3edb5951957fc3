// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetmodel.h"
#include "views/filters/facetview.h"
#include "views/filters/filterpane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// Stands at one moment.
class FixedClock final : public Clock
{
public:
    [[nodiscard]] UtcMicros now() const override { return *parseTime("2026-11-20T12:00:00Z"); }
};

/// A pane with its filter, shown, with counted actors.
struct Pane
{
    FixedClock clock;
    FilterState filter;
    FilterPane pane{&filter, clock};
    QSignalSpy wanted{&pane, &FilterPane::facetsWanted};
    QWidget *actor = pane.findChild<QWidget *>(u"facet.actor"_s);
    FacetView *values = actor->findChild<FacetView *>(u"facetValues"_s);
    QLabel *note = actor->findChild<QLabel *>(u"facetNote"_s);
    QLineEdit *search = actor->findChild<QLineEdit *>(u"facetSearch"_s);
    QAbstractItemModelTester tester{values->model(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Pane()
    {
        pane.resize(280, 900);
        pane.show();
        pane.setFacet({Field::Actor, {{"ann", 12'345}, {"bob", 7}, {std::nullopt, 3}}});
    }

    [[nodiscard]] QString shown(int row, int column = 0) const
    {
        return values->model()->index(row, column).data().toString();
    }
    [[nodiscard]] Qt::CheckState state(int row) const
    {
        return static_cast<Qt::CheckState>(values->model()->index(row, 0).data(Qt::CheckStateRole).toInt());
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        const QRect place = values->visualRect(values->model()->index(row, 0));
        QTest::mouseClick(values->viewport(), Qt::LeftButton, modifiers, place.center());
    }
    void chooseFromMenu(int row, const QString &action) const
    {
        values->setCurrentIndex(values->model()->index(row, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(values->viewport(), &event);
        auto *menu = actor->findChild<QMenu *>(u"facetMenu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->findChild<QAction *>(action)->trigger();
        delete menu;
    }
};

} // namespace

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
    void showsChosenValuesThatWereNotCounted();
    void searchesLongLists();
    void searchesLettersHoweverTheyAreComposed();
    void saysThatOnlyTheMostFrequentAreShown();
    void looksAmongMoreValuesWhileOneSearches();
    void knowsWhichGroupsAreOpen();
    void saysWhenCountingFails();
    void showsHostileValuesAsText();
    void clearsEverything();
    void writesTimePresetsAndReadsThemBack();
    void picksASpanInTheDisplayZone();
};

void FilterPaneTest::asksForOpenGroupsOncePerChange()
{
    Pane window;
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
    Pane window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.hide();
    window.filter.setText(u"a"_s);
    QCoreApplication::sendPostedEvents();
    window.pane.show();
    QTRY_COMPARE(window.wanted.size(), 2);
}

void FilterPaneTest::letsCountsArriveBeforeItAsksForNewerOnes()
{
    Pane window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.refresh();
    window.pane.refresh();
    const auto fields = window.pane.expandedFields();
    for (const Filter::FieldReference &field : fields) {
        QCOMPARE(window.wanted.size(), 1);
        window.pane.setFacet({field, {}});
    }
    QTRY_COMPARE(window.wanted.size(), 2);
    for (const Filter::FieldReference &field : fields)
        window.pane.setFacet({field, {}});
    window.pane.refresh();
    QTRY_COMPARE(window.wanted.size(), 3);
}

void FilterPaneTest::showsValuesWithCounts()
{
    Pane window;
    QCOMPARE(window.values->model()->rowCount(), 3);
    QCOMPARE(window.shown(0), u"ann"_s);
    QCOMPARE(window.shown(0, 1), u"12,345"_s);
    QCOMPARE(window.shown(2), u"(no value)"_s);
    const QModelIndex none = window.values->model()->index(2, 0);
    QVERIFY(none.data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(!window.search->isVisible());
}

void FilterPaneTest::choosesByClickAndKeyboard()
{
    Pane window;
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
    auto *heading = window.actor->findChild<QToolButton *>(u"facetHeading"_s);
    QVERIFY(heading->text().contains(u"1"_s));
}

void FilterPaneTest::excludesByAltClickAndMinus()
{
    Pane window;
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
    Pane window;
    window.click(0);
    window.chooseFromMenu(1, u"facetOnly"_s);
    QCOMPARE(window.filter.text(), u"actor:=bob"_s);
    window.chooseFromMenu(1, u"facetExclude"_s);
    QCOMPARE(window.filter.text(), u"-actor:=bob"_s);
    window.chooseFromMenu(0, u"facetCopy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ann"_s);
    window.chooseFromMenu(0, u"facetClear"_s);
    QCOMPARE(window.filter.text(), u""_s);
}

void FilterPaneTest::followsTheText()
{
    Pane window;
    window.filter.setText(u"x actor==bob"_s);
    QCOMPARE(window.state(0), Qt::Unchecked);
    QCOMPARE(window.state(1), Qt::Checked);
    window.click(0);
    QCOMPARE(window.filter.text(), u"x actor:=bob,ann"_s);
}

void FilterPaneTest::keepsItsChoicesWhileTheTextIsBroken()
{
    Pane window;
    window.click(1);
    window.filter.setText(u"actor:=bob op:"_s);
    QVERIFY(window.filter.error());
    QCOMPARE(window.state(1), Qt::Checked);
    window.click(0);
    QCOMPARE(window.filter.text(), u"actor:=bob,ann"_s);
    QVERIFY(!window.filter.error());
}

void FilterPaneTest::showsChosenValuesThatWereNotCounted()
{
    Pane window;
    window.filter.setText(u"actor==zoe -actor==yan"_s);
    QCOMPARE(window.values->model()->rowCount(), 5);
    QCOMPARE(window.shown(0), u"zoe"_s);
    QCOMPARE(window.shown(0, 1), u"0"_s);
    QCOMPARE(window.state(1), Qt::PartiallyChecked);
    window.click(0);
    QCOMPARE(window.filter.text(), u"-actor:=yan"_s);
}

void FilterPaneTest::searchesLongLists()
{
    Pane window;
    std::vector<FacetValue> many;
    for (int number = 0; number < 12; ++number)
        many.push_back({"user" + std::to_string(number), 12 - number});
    window.pane.setFacet({Field::Actor, many});
    QVERIFY(window.search->isVisible());
    QTest::keyClicks(window.search, u"ER1"_s);
    QCOMPARE(window.values->model()->rowCount(), 3);
    window.filter.setText(u"actor==user5"_s);
    QCOMPARE(window.values->model()->rowCount(), 4);
    window.search->clear();
    QCOMPARE(window.values->model()->rowCount(), 12);
}

void FilterPaneTest::searchesLettersHoweverTheyAreComposed()
{
    Pane window;
    std::vector<FacetValue> many{{"Zo\u00EB", 50}, {"zoe\u0308 b", 40}, {"Zoe", 30}};
    for (int number = 0; number < 12; ++number)
        many.push_back({"user" + std::to_string(number), 12 - number});
    window.pane.setFacet({Field::Actor, many});
    window.search->setText(u"zo\u00EB"_s);
    QCOMPARE(window.values->model()->rowCount(), 2);
    window.search->setText(u"ZOE\u0308"_s);
    QCOMPARE(window.values->model()->rowCount(), 2);
}

void FilterPaneTest::saysThatOnlyTheMostFrequentAreShown()
{
    Pane window;
    QVERIFY(!window.note->isVisible());
    const std::vector<FacetValue> many(FilterPane::MaxValues, FacetValue{"x", 1});
    window.pane.setFacet({Field::Actor, many});
    QVERIFY(window.note->isVisible());
    QVERIFY(window.note->text().contains(u"200"_s));
    window.filter.setText(u"actor==zoe"_s);
    QCOMPARE(window.shown(0, 1), u""_s);
}

void FilterPaneTest::looksAmongMoreValuesWhileOneSearches()
{
    Pane window;
    QTRY_COMPARE(window.wanted.size(), 1);
    const auto users = [](int count) {
        std::vector<FacetValue> many;
        for (int number = 0; number < count; ++number)
            many.push_back({"user" + std::to_string(number), 1});
        return many;
    };
    window.pane.setFacet({Field::Actor, users(FilterPane::MaxValues)});
    QTest::keyClicks(window.search, u"r999"_s);
    QTRY_COMPARE(window.wanted.size(), 2);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxSearchedValues);
    QCOMPARE(window.values->model()->rowCount(), 0);
    window.pane.setFacet({Field::Actor, users(1'000)});
    QCOMPARE(window.values->model()->rowCount(), 1);
    QVERIFY(!window.note->isVisible());
    window.filter.setText(u"op:auth"_s);
    QTRY_COMPARE(window.wanted.size(), 3);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxSearchedValues);
    window.search->clear();
    QTRY_COMPARE(window.wanted.size(), 4);
    QCOMPARE(window.wanted.constLast().at(1).toInt(), FilterPane::MaxValues);
    // What was counted in full is not asked for again.
    window.pane.setFacet({Field::Actor, users(20)});
    QTest::keyClicks(window.search, u"r1"_s);
    bool isAsked = false; // queued after any request of the pane
    QTimer::singleShot(0, &window.pane, [&isAsked] { isAsked = true; });
    QTRY_VERIFY(isAsked);
    QCOMPARE(window.wanted.size(), 4);
}

void FilterPaneTest::knowsWhichGroupsAreOpen()
{
    Pane window;
    QCOMPARE(window.pane.expandedNames(), QStringList({u"source"_s, u"op"_s, u"outcome"_s, u"actor"_s}));
    window.pane.setExpandedNames({u"target.type"_s, u"nothing"_s, u"actor"_s});
    QCOMPARE(window.pane.expandedNames(), QStringList({u"actor"_s, u"target.type"_s}));
    window.pane.setExpandedNames({});
    QVERIFY(window.pane.expandedFields().empty());
}

void FilterPaneTest::saysWhenCountingFails()
{
    Pane window;
    auto *source = window.pane.findChild<QWidget *>(u"facet.source"_s)->findChild<QLabel *>(u"facetNote"_s);
    QTRY_VERIFY(source->isVisible());
    window.pane.setFacetsFailed({ErrorKind::Storage, u"<b>The disk is gone.</b>"_s});
    QCOMPARE(source->text(), u"<b>The disk is gone.</b>"_s);
    QCOMPARE(source->textFormat(), Qt::PlainText);
    window.pane.setFacet({Field::Source, {}});
    QVERIFY(source->text().contains(u"No values"_s));
}

void FilterPaneTest::showsHostileValuesAsText()
{
    Pane window;
    const std::string markup = "<img src='http://x/'>&\u202E\n,\"*";
    window.pane.setFacet({Field::Actor, {{markup, 2}, {std::string(10'000'000, 'x'), 1}}});
    QCOMPARE(window.shown(0), u"<img src='http://x/'>&<U+202E><LF>,\"*"_s);
    const QString tip = window.values->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;img"_s));
    QVERIFY(!tip.contains(u"<img"_s));
    QVERIFY(window.shown(1).size() < 2'000);
    window.click(0);
    QCOMPARE(window.state(0), Qt::Checked);
    QCOMPARE(window.values->model()->rowCount(), 2);
    QSignalSpy refused(&window.filter, &FilterState::refused);
    window.click(1);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(window.state(1), Qt::Unchecked);
}

void FilterPaneTest::clearsEverything()
{
    Pane window;
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
    Pane window;
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
    Pane window;
    window.pane.setDisplayZone("Europe/Berlin");
    auto *presets = window.pane.findChild<QComboBox *>(u"timePresets"_s);
    auto *from = window.pane.findChild<QDateTimeEdit *>(u"timeFrom"_s);
    auto *to = window.pane.findChild<QDateTimeEdit *>(u"timeTo"_s);
    QVERIFY(!from->isVisible());
    window.filter.setText(u"x created:2026-10"_s);
    QVERIFY(from->isVisible());
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

TRAILGLASS_GUI_TEST(FilterPaneTest)
#include "tst_filterpane.moc"

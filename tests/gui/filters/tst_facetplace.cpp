// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "tests/gui/filters/filterpanestage.h"
#include "tests/runner/testclass.h"

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Where keyboard and mouse are in a list of values while the values change.
class FacetPlaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksTheGroupsThatThePointerIsNotIn()
    {
        const auto enter = [](QWidget *widget) {
            QEnterEvent event(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
            QCoreApplication::sendEvent(widget, &event);
        };
        FilterPaneStage window;
        window.movePointerIn();
        enter(window.pane.findChild<QWidget *>(u"facet.source"_s));
        window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"ann", 2}}}});
        QCOMPARE(window.shownValues(), QStringList({u"bob"_s, u"ann"_s, u"(no value)"_s}));
        window.pane.setFacet(
            {{Field::Actor, FilterPaneStage::users(30)}}); // more rows would move what is below
        QCOMPARE(window.values->model()->rowCount(), 3);

        window.movePointerOut();
        window.pane.setFacet({{Field::Actor, {{"ann", 4}, {"bob", 2}}}});
        const QStringList before = window.shownValues();
        window.movePointerIn();
        enter(window.actor);
        window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"ann", 2}}}});
        QCOMPARE(window.shownValues(), before);
    }

    void theOrderStaysWhileTheKeyboardIsInTheList()
    {
        FilterPaneStage window;
        window.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pane));
        const QStringList before = window.shownValues();
        const auto counts = [&window] {
            return QStringList{window.count(0), window.count(1)};
        };
        window.values->setCurrentIndex(window.index(1));
        window.values->setFocus(Qt::TabFocusReason);
        QVERIFY(window.values->hasFocus());
        QCoreApplication::sendPostedEvents();

        window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"ann", 2}, {"zoe", 1}}}});
        QCOMPARE(window.shownValues(), before);
        QCOMPARE(counts(), QStringList({u"2"_s, u"9"_s}));
        window.movePointerIn(); // into another group, whose values rank
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(window.pane.findChild<QWidget *>(u"facet.source"_s), &enter);
        window.pane.setFacet({{Field::Actor, {{"bob", 10}, {"ann", 3}, {"zoe", 1}}}});
        QCOMPARE(window.shownValues(), before);
        window.movePointerOut();
        QCOMPARE(window.shownValues(), before);
        QCOMPARE(counts(), QStringList({u"3"_s, u"10"_s}));

        window.heading->setFocus();
        QTRY_COMPARE(window.shownValues(), QStringList({u"bob"_s, u"ann"_s, u"zoe"_s, u"(no value)"_s}));
        QCOMPARE(window.values->currentIndex().data().toString(), u"bob"_s);
    }

    void theOrderFollowsTheCountsAfterAClick()
    {
        FilterPaneStage window;
        window.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window.pane));
        window.click(0);
        QVERIFY(window.values->hasFocus());
        window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"ann", 2}}}});
        QCOMPARE(window.shown(0), u"bob"_s);

        QTest::keyClick(window.values, Qt::Key_Down); // from here on the keyboard is in use
        QCoreApplication::sendPostedEvents();
        window.pane.setFacet({{Field::Actor, {{"ann", 20}, {"bob", 9}}}});
        QCOMPARE(window.shown(0), u"bob"_s);
    }

    /// They stand in place of its count; beside the count where there is room.
    void actionsCutNoLongValue()
    {
        FilterPaneStage window;
        window.pane.setFacet({{Field::Actor, {{"amelie.bouchard@fjordlight.example", 12}, {"ann", 7}}}});
        const auto endsWithAction = [&window](int row) {
            const QRect place = window.values->visualRect(window.index(row));
            return window.values->targetAt({place.right() - 3, place.center().y()}) != FacetTarget::Value;
        };
        QVERIFY(endsWithAction(0));
        QVERIFY(!endsWithAction(1));
    }

    void theKeyboardStaysAtItsValue()
    {
        FilterPaneStage window;
        const auto current = [&window] {
            return window.values->currentIndex().data().toString();
        };
        window.values->setCurrentIndex(window.index(1));
        QCOMPARE(current(), u"bob"_s);
        window.pane.setFacet({{Field::Actor, {{"zoe", 20}, {"ann", 9}, {"bob", 2}}}});
        QCOMPARE(current(), u"bob"_s);
        window.pane.setFacet({{Field::Actor, {{"bob", 30}, {"zoe", 20}, {"ann", 9}}}});
        QCOMPARE(current(), u"bob"_s);
        QCOMPARE(window.values->currentIndex().row(), 0);
        // A value that goes leaves the keyboard where it was.
        window.filter.setText(u"actor:=yvonne"_s);
        window.values->setCurrentIndex(window.index(3));
        QCOMPARE(current(), u"yvonne"_s);
        window.filter.setText({});
        QCOMPARE(window.values->currentIndex().row(), 3);
        QCOMPARE(current(), u"(no value)"_s);
    }

    void theKeyboardStaysAtItsValueAmongThoseThatLookTheSame()
    {
        FilterPaneStage window;
        const std::string hidden = "a\u202E";
        const std::string written = "a<U+202E>";
        const auto choose = [&window] {
            QTest::keyClick(window.values, Qt::Key_Space);
            const QString text = window.filter.text();
            window.filter.setText({});
            return text;
        };
        window.pane.setFacet({{Field::Actor, {{hidden, 9}, {written, 8}}}});
        QCOMPARE(window.shown(0), window.shown(1));
        window.values->setCurrentIndex(window.index(1));
        const QString second = choose();
        window.pane.setFacet({{Field::Actor, {{"zoe", 20}, {hidden, 9}, {written, 8}}}});
        QCOMPARE(window.values->currentIndex().row(), 2);
        QCOMPARE(choose(), second);
        window.pane.setFacet({{Field::Actor, {{written, 30}, {"zoe", 20}, {hidden, 9}}}});
        QCOMPARE(window.values->currentIndex().row(), 0);
        QCOMPARE(choose(), second);
    }

    void theKeyboardStaysAtItsRange()
    {
        FilterPaneStage window;
        const auto path = Filter::parseFieldReference(u"@size"_s);
        const auto field = std::get<Filter::FieldReference>(path);
        const auto bin = [](const char *from, const char *to) {
            return FacetBin{
                Filter::RangeOf<Filter::NumberValue>{Filter::NumberValue{from}, Filter::NumberValue{to}}, 1};
        };
        window.pane.addGroup(field);
        window.pane.setFacet({{field, {}}, FacetBins{{bin("0", "9"), bin("10", "19")}, "1", "19"}});
        auto *ranges =
            window.pane.findChild<QWidget *>(u"facet.@size"_s)->findChild<FacetView *>(u"facetRanges"_s);
        ranges->setCurrentIndex(ranges->model()->index(1, 0));
        window.pane.setFacet(
            {{field, {}}, FacetBins{{bin("-9", "0"), bin("0", "9"), bin("10", "19")}, "-1", "19"}});
        QCOMPARE(ranges->currentIndex().data().toString(), u"10 – 19"_s);
    }

    void aReleaseWhereAnotherValueIsNowChoosesNothing()
    {
        FilterPaneStage window;
        window.filter.setText(u"actor:=yvonne"_s);
        QCoreApplication::sendPostedEvents();
        const QPoint place(30, window.values->visualRect(window.index(3)).center().y());
        QTest::mousePress(window.values->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window.values->currentIndex().data().toString(), u"yvonne"_s);
        window.filter.setText({});
        window.pane.setFacet({{Field::Actor, {{"zoe", 90'000}, {"ann", 9}}}});
        QCOMPARE(window.values->indexAt(place).data().toString(), u"(no value)"_s);
        QTest::mouseRelease(window.values->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(window.filter.text(), QString());
        window.click(0);
        QCOMPARE(window.filter.text(), u"actor:=zoe"_s);
    }
};

TRAILGLASS_GUI_TEST(FacetPlaceTest)
#include "tst_facetplace.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "tests/gui/filters/filterpanestage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetchooser.h"
#include "views/filters/facetgroup.h"

#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Which groups there are: added, moved, hidden, brought back; and JSON paths as ranges.
class FacetChoiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void knowsItsGroups();
    void bringsGroupsBack();
    void addsAFieldThatIsTyped();
    void addsAPathFromTheList();
    void offersOnlyWhatIsNotThere();
    void saysWhatIsWrongWithAPath();
    void showsHostilePathsAsText();
    void movesGroupsByKeyboard();
    void movesGroupsByDragging();
    void aClickIsNoDrag();
    void hidesGroups();
    void offersTheFieldOfAGroupAsAColumn_data();
    void offersTheFieldOfAGroupAsAColumn();
    void offersTheFieldOfARangeAsAColumn();
    void choosesRanges();
    void holdsRangesUnderThePointer();
    void showsValuesInPlaceOfRanges();

private:
    static QStringList names(const FilterPaneStage &window)
    {
        QStringList names;
        for (const FacetGroupChoice &group : window.pane.groups())
            names +=
                QString(Filter::fieldReferenceName(group.field) + (group.isExpanded ? u"+"_s : QString()));
        return names;
    }
    static Filter::FieldReference path(const QString &text)
    {
        return std::get<Filter::FieldReference>(Filter::parseFieldReference(text));
    }
    static QToolButton *heading(const FilterPaneStage &window, const QString &field)
    {
        return window.pane.findChild<QWidget *>("facet."_L1 + field)
            ->findChild<QToolButton *>(u"facetHeading"_s);
    }
    static FacetBin bin(const char *from, const char *to, qint64 count)
    {
        return {Filter::RangeOf<Filter::NumberValue>{Filter::NumberValue{from}, Filter::NumberValue{to}},
                count};
    }
    /// A group of a path with three ranges.
    static FacetView *addRanges(FilterPaneStage &window)
    {
        window.pane.addGroup(path(u"@size"_s));
        window.pane.setFacet(
            {{path(u"@size"_s), {{"5", 3}, {"15", 2}}},
             FacetBins{{bin("0", "9", 30), bin("10", "19", 2), bin("20", "29", 1)}, "1", "22"}});
        return window.pane.findChild<QWidget *>(u"facet.@size"_s)->findChild<FacetView *>(u"facetRanges"_s);
    }
    static void click(FacetView *view, int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect place = view->visualRect(view->model()->index(row, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers,
                          {place.left() + 30, place.center().y()});
    }
};

void FacetChoiceTest::knowsItsGroups()
{
    FilterPaneStage window;
    QCOMPARE(names(window),
             QStringList({u"source+"_s, u"op+"_s, u"outcome+"_s, u"actor+"_s, u"ip"_s, u"action"_s,
                          u"vendor"_s, u"target.type"_s}));
}

void FacetChoiceTest::bringsGroupsBack()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.pane.setGroups({{path(u"@details.size"_s), true}, {Field::Actor, false}, {Field::Actor, true}});
    QCOMPARE(names(window), QStringList({u"@details.size+"_s, u"actor"_s}));
    QTRY_COMPARE(window.wanted.size(), 2);
    QCOMPARE(window.pane.expandedFields(), std::vector{path(u"@details.size"_s)});
    window.pane.setGroups({});
    QVERIFY(window.pane.groups().empty());
}

void FacetChoiceTest::addsAFieldThatIsTyped()
{
    FilterPaneStage window;
    QTest::mouseClick(window.pane.findChild<QPushButton *>(u"addGroup"_s), Qt::LeftButton);
    auto *typed = window.pane.findChild<QLineEdit *>(u"facetField"_s);
    QTest::keyClicks(typed, u"user_agent"_s);
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(names(window).constLast(), u"user_agent+"_s);
    // One that is there is opened, not added again.
    window.pane.addGroup(Field::Vendor);
    QCOMPARE(window.pane.groups().size(), 9U);
    QVERIFY(names(window).contains(u"vendor+"_s));
}

void FacetChoiceTest::addsAPathFromTheList()
{
    FilterPaneStage window;
    QSignalSpy wanted(&window.pane, &FilterPane::pathsRequested);
    window.pane.chooseGroup();
    QCOMPARE(wanted.size(), 1);
    auto *note = window.pane.findChild<QLabel *>(u"facetProblem"_s);
    QVERIFY(note->isVisible());
    window.pane.setPaths({u"@actor.email"_s, u"@details.new_value"_s, u"@details.\"odd name\""_s});
    QVERIFY(!note->isVisible());
    auto *typed = window.pane.findChild<QLineEdit *>(u"facetField"_s);
    QTest::keyClicks(typed, u"DETAILS"_s);
    auto *list = window.pane.findChild<QListWidget *>(u"facetCandidates"_s);
    QCOMPARE(list->count(), 2);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(names(window).constLast(), u"@details.\"odd name\"+"_s);
}

void FacetChoiceTest::offersOnlyWhatIsNotThere()
{
    FilterPaneStage window;
    window.pane.chooseGroup();
    const auto *list = window.pane.findChild<QListWidget *>(u"facetCandidates"_s);
    QVERIFY(!list->findItems(u"Channel (channel)"_s, Qt::MatchExactly).isEmpty());
    QVERIFY(list->findItems(u"Actor (actor)"_s, Qt::MatchExactly).isEmpty());
}

void FacetChoiceTest::saysWhatIsWrongWithAPath()
{
    FilterPaneStage window;
    window.pane.chooseGroup();
    auto *typed = window.pane.findChild<QLineEdit *>(u"facetField"_s);
    QTest::keyClicks(typed, u"chanel"_s);
    QTest::keyClick(typed, Qt::Key_Return);
    const auto *note = window.pane.findChild<QLabel *>(u"facetProblem"_s);
    QVERIFY(note->isVisible());
    QVERIFY(note->text().contains(u"channel"_s));
    QCOMPARE(window.pane.groups().size(), 8U);
}

void FacetChoiceTest::showsHostilePathsAsText()
{
    FilterPaneStage window;
    const QString odd = u"@\"<b>&\u202E\""_s + QString(300, u'x');
    window.pane.chooseGroup();
    window.pane.setPaths({odd});
    const auto *list = window.pane.findChild<QListWidget *>(u"facetCandidates"_s);
    const QString shown = list->item(list->count() - 1)->text();
    QVERIFY(shown.startsWith(u"@\"<b>&<U+202E>\""_s));
    QVERIFY(shown.size() < 250);
    const int width = window.pane.minimumSizeHint().width();
    window.pane.addGroup(path(u"@"_s + QString(500, u'x')));
    QCOMPARE(window.pane.minimumSizeHint().width(), width);
}

void FacetChoiceTest::movesGroupsByKeyboard()
{
    FilterPaneStage window;
    window.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.pane));
    heading(window, u"op"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(window).mid(0, 2), QStringList({u"op+"_s, u"source+"_s}));
    QVERIFY(heading(window, u"op"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(window).constFirst(), u"op+"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(window).mid(0, 3), QStringList({u"source+"_s, u"outcome+"_s, u"op+"_s}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(heading(window, u"outcome"_s)->hasFocus());
}

void FacetChoiceTest::movesGroupsByDragging()
{
    FilterPaneStage window;
    QToolButton *dragged = heading(window, u"ip"_s);
    QTest::mousePress(dragged, Qt::LeftButton, {}, {40, 5});
    const auto dragTo = [&](const QWidget *group) {
        const QPoint place = group->mapToGlobal(QPoint(40, 1));
        QMouseEvent move(QEvent::MouseMove, dragged->mapFromGlobal(place), place, Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(dragged, &move);
    };
    for (int step = 0; step < 8; ++step)
        dragTo(window.groups->groups().front());
    QTest::mouseRelease(dragged, Qt::LeftButton, {}, {40, 5});
    QCOMPARE(names(window).mid(0, 2), QStringList({u"ip"_s, u"source+"_s}));
}

void FacetChoiceTest::aClickIsNoDrag()
{
    FilterPaneStage window;
    QTest::mouseClick(heading(window, u"ip"_s), Qt::LeftButton, {}, {40, 5});
    QCOMPARE(names(window).indexOf(u"ip+"_s), 4); // opened, where it was
}

void FacetChoiceTest::hidesGroups()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    window.filter.setText(u"op:create"_s);
    QTRY_COMPARE(window.wanted.size(), 2);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(heading(window, u"op"_s), &event);
    window.pane.findChild<QAction *>(u"facetHide"_s)->trigger();
    QVERIFY(!names(window).contains(u"op+"_s));
    QTRY_COMPARE(window.wanted.size(), 3);
    // The filter stays as it is.
    QCOMPARE(window.filter.text(), u"op:create"_s);
}

void FacetChoiceTest::offersTheFieldOfAGroupAsAColumn_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("field") << u"actor"_s << true;
    QTest::newRow("path") << u"@details.\"odd name\""_s << true;
    QTest::newRow("derived, which no column shows") << u"hour"_s << false;
}

void FacetChoiceTest::offersTheFieldOfAGroupAsAColumn()
{
    QFETCH(const QString, field);
    QFETCH(const bool, isOffered);
    FilterPaneStage window;
    window.pane.addGroup(path(field));
    QSignalSpy column(&window.pane, &FilterPane::columnRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(heading(window, field), &event);
    auto *offer = window.pane.findChild<QAction *>(u"facetGroupColumn"_s);
    QVERIFY(offer);
    QCOMPARE(offer->text(), u"&Add as column"_s);
    QCOMPARE(offer->isEnabled(), isOffered);
    offer->trigger(); // what is disabled does nothing
    QCOMPARE(column.size(), isOffered ? 1 : 0);
    if (isOffered)
        QCOMPARE(column.first().first().toString(), field);
}

void FacetChoiceTest::offersTheFieldOfARangeAsAColumn()
{
    FilterPaneStage window;
    FacetView *ranges = addRanges(window);
    QSignalSpy column(&window.pane, &FilterPane::columnRequested);
    ranges->setCurrentIndex(ranges->model()->index(1, 0));
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(ranges->viewport(), &event);
    window.pane.findChild<QAction *>(u"facetColumn"_s)->trigger();
    QCOMPARE(column.size(), 1);
    QCOMPARE(column.first().first().toString(), u"@size"_s);
}

void FacetChoiceTest::choosesRanges()
{
    FilterPaneStage window;
    FacetView *ranges = addRanges(window);
    QVERIFY(ranges->isVisible());
    QCOMPARE(ranges->model()->index(0, 0).data().toString(), u"0 – 9"_s);
    QCOMPARE(ranges->model()->index(0, 0).data(FacetCountRole).toString(), u"30"_s);
    const auto *group = window.pane.findChild<QWidget *>(u"facet.@size"_s);
    QCOMPARE(group->findChild<QLabel *>(u"facetEnds"_s)->text(), u"1 to 22"_s);
    click(ranges, 0);
    QCOMPARE(window.filter.text(), u"@size:0..9"_s);
    click(ranges, 2);
    QCOMPARE(window.filter.text(), u"@size:0..9,20..29"_s);
    QCOMPARE(heading(window, u"@size"_s)->text(), u"@size: 2 included"_s);
    click(ranges, 1, Qt::AltModifier);
    QCOMPARE(window.filter.text(), u"@size:0..9,20..29 -@size:10..19"_s);
    click(ranges, 0);
    click(ranges, 1);
    QCOMPARE(window.filter.text(), u"@size:20..29"_s);
    window.filter.setText(u"@size:3..4 x"_s);
    QCOMPARE(ranges->model()->rowCount(), 4);
    QCOMPARE(ranges->model()->index(3, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

void FacetChoiceTest::holdsRangesUnderThePointer()
{
    FilterPaneStage window;
    const FacetView *ranges = addRanges(window);
    window.movePointerIn();
    const FacetBins others{{bin("0", "4", 3), bin("5", "9", 2)}, "1", "9"};
    window.pane.setFacet({{path(u"@size"_s), {}}, others});
    QCOMPARE(ranges->model()->rowCount(), 3);
    QVERIFY(ranges->model()->index(0, 0).data(FacetOutdatedRole).toBool());
    window.movePointerOut();
    QCOMPARE(ranges->model()->rowCount(), 2);
    QVERIFY(!ranges->model()->index(0, 0).data(FacetOutdatedRole).toBool());
}

void FacetChoiceTest::showsValuesInPlaceOfRanges()
{
    FilterPaneStage window;
    const FacetView *ranges = addRanges(window);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(heading(window, u"@size"_s), &event);
    window.pane.findChild<QAction *>(u"facetAsValues"_s)->trigger();
    QVERIFY(!ranges->isVisible());
    const auto *values =
        window.pane.findChild<QWidget *>(u"facet.@size"_s)->findChild<FacetView *>(u"facetValues"_s);
    QVERIFY(values->isVisible());
    QCOMPARE(values->model()->rowCount(), 2);

    const std::vector<FacetGroupChoice> groups = window.pane.groups();
    QVERIFY(groups.back().showsValues && !groups.front().showsValues);
    FilterPaneStage another; // as the window opens it the next time
    another.pane.setGroups(groups);
    const FacetView *rangesAgain = addRanges(another);
    QVERIFY(!rangesAgain->isVisible());
    QVERIFY(another.pane.groups() == groups);
}

TRAILGLASS_GUI_TEST(FacetChoiceTest)
#include "tst_facetchoice.moc"

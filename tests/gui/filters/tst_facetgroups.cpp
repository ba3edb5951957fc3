// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/fieldnames.h"
#include "tests/gui/filters/filterpanestage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetgroup.h"
#include "views/filters/facetheading.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

QAccessibleInterface *accessibleRow(QWidget *view, int row)
{
    return QAccessible::queryAccessibleInterface(view)->child(row);
}

} // namespace

/// Groups stay in place, show no more than they need, and tell what they show.
class FacetGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void nothingMovesUnderThePointer();
    void growsOnlyWhenThePointerIsGone();
    void movesAgainWhenThePointerIsGone();
    void keepsValuesThatAreNoLongerCounted();
    void valuesOnlyTypedDisappearAgain();
    void showsAFewValuesAndMoreOnRequest();
    void offersToSearchAmongManyValues();
    void listsDoNotScroll();
    void chosenValuesAreInSightBeyondTheFew();
    void theCurrentValueDoesNotLookChosen();
    void barsAreAsLongAsCountsAreGreat();
    void anySpellingOfAValueChecksIt_data();
    void anySpellingOfAValueChecksIt();
    void excludedValuesAreNotCountedAsChosen();
    void excludesAndIsolatesWithAClick();
    void isMirroredWithTheWindow();
    void tellsTheStateOfAValue();
    void tellsWhetherAGroupIsOpen();
    void notifiesWhenTheStateChanges();
    void saysThatItIsCounting();
    void saysThatItCountsWhileTheTextIsBroken();
    void oneTabStopAndArrows();
    void typedLettersSearch();
    void longNamesDoNotWidenThePane();
    void longNamesDoNotWidenTheMenus();
    void stackedMarksStayInTheirRow();
};

void FacetGroupsTest::nothingMovesUnderThePointer()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Ip, {{"10.0.0.1", 3}}}});
    const auto *below = window.pane.findChild<QWidget *>(u"facet.target.type"_s);
    window.layOut();
    const int place = below->mapTo(&window.pane, QPoint()).y();
    window.movePointerIn();
    window.click(2);
    // Counted again: one value is gone, the order is another one.
    window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"ann", 2}}}});
    QCOMPARE(window.shownValues(), QStringList({u"ann"_s, u"bob"_s, u"(no value)"_s}));
    QCOMPARE(window.count(0), u"2"_s);
    QCOMPARE(window.count(2), u"0"_s);
    QCOMPARE(window.state(2), Qt::Checked);
    window.pane.setFacet({{Field::Actor, {}}});
    window.layOut();
    QCOMPARE(window.values->model()->rowCount(), 3);
    QCOMPARE(below->mapTo(&window.pane, QPoint()).y(), place);
}

void FacetGroupsTest::growsOnlyWhenThePointerIsGone()
{
    FilterPaneStage window;
    window.layOut();
    const int height = window.actor->height();
    window.movePointerIn();
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(30)}});
    window.layOut();
    QCOMPARE(window.shownValues(), QStringList({u"ann"_s, u"bob"_s, u"(no value)"_s}));
    QVERIFY(!window.search->isVisible());
    QCOMPARE(window.actor->height(), height);
    window.movePointerOut();
    QCOMPARE(window.values->model()->rowCount(), 6);
    QTRY_VERIFY(window.actor->height() > height);
    QVERIFY(window.search->isVisible());
}

void FacetGroupsTest::movesAgainWhenThePointerIsGone()
{
    FilterPaneStage window;
    window.movePointerIn();
    window.pane.setFacet({{Field::Actor, {{"bob", 9}, {"zoe", 5}, {"ann", 2}}}});
    QCOMPARE(window.shownValues(), QStringList({u"ann"_s, u"bob"_s, u"(no value)"_s}));
    window.movePointerOut();
    QCOMPARE(window.shownValues(), QStringList({u"bob"_s, u"zoe"_s, u"ann"_s, u"(no value)"_s}));
}

void FacetGroupsTest::keepsValuesThatAreNoLongerCounted()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, {{"bob", 9}}}});
    QCOMPARE(window.shownValues(), QStringList({u"bob"_s, u"ann"_s, u"(no value)"_s}));
    QCOMPARE(window.count(1), u"0"_s);
    window.pane.setFacet({{Field::Actor, {}}});
    QCOMPARE(window.values->model()->rowCount(), 3);
}

void FacetGroupsTest::valuesOnlyTypedDisappearAgain()
{
    FilterPaneStage window;
    window.filter.setText(u"actor:=z"_s);
    window.filter.setText(u"actor:=zo"_s);
    QCOMPARE(window.shownValues(), QStringList({u"ann"_s, u"bob"_s, u"(no value)"_s, u"zo"_s}));
    window.filter.setText({});
    QCOMPARE(window.values->model()->rowCount(), 3);
}

void FacetGroupsTest::showsAFewValuesAndMoreOnRequest()
{
    FilterPaneStage window;
    QVERIFY(!window.more->isVisible());
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(20)}});
    QCOMPARE(window.values->model()->rowCount(), 6);
    QVERIFY(window.more->text().contains(u"17"_s)); // and those from before
    QTest::mouseClick(window.more, Qt::LeftButton);
    QCOMPARE(window.values->model()->rowCount(), 23);
    QTest::mouseClick(window.more, Qt::LeftButton);
    QCOMPARE(window.values->model()->rowCount(), 6);
}

/// Where one click shows all of them there is nothing to look for.
void FacetGroupsTest::offersToSearchAmongManyValues()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(9)}}); // and the three from before
    QCOMPARE(window.values->model()->rowCount(), 6);
    QVERIFY(window.more->isVisible() && !window.search->isVisible());
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(10)}});
    QVERIFY(window.more->isVisible() && window.search->isVisible());
}

void FacetGroupsTest::listsDoNotScroll()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(150)}});
    window.more->click();
    window.layOut();
    QCOMPARE(window.values->verticalScrollBar()->maximum(), 0);
    const QRect last = window.values->visualRect(window.index(149));
    QVERIFY(last.isValid());
    QCOMPARE(last.bottom() + 1, window.values->viewport()->height() - last.height() * 3);
}

void FacetGroupsTest::chosenValuesAreInSightBeyondTheFew()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(20)}});
    window.filter.setText(u"actor:=user12 -actor:=user15"_s);
    QCOMPARE(window.values->model()->rowCount(), 8);
    QCOMPARE(window.shown(6), u"user12"_s);
    QCOMPARE(window.state(7), Qt::PartiallyChecked);
}

void FacetGroupsTest::theCurrentValueDoesNotLookChosen()
{
    FilterPaneStage window;
    window.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.pane));
    window.values->setFocus();
    window.values->setCurrentIndex(window.index(1));
    QVERIFY(!window.values->selectionModel()->hasSelection());
    const QImage image = window.values->grab().toImage();
    const QRect row = window.values->visualRect(window.index(1));
    const QColor ground = window.pane.palette().color(QPalette::Window);
    // Between the text and the count, above the outline of the row and on it.
    const int x = row.left() + 110;
    QCOMPARE(image.pixelColor(x, row.top() + 3), ground);
    QVERIFY(image.pixelColor(x, row.top()) != ground);
}

void FacetGroupsTest::barsAreAsLongAsCountsAreGreat()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1); // counts from before are outdated now, and have no bars
    window.pane.setFacet({{Field::Actor, {{"ann", 10}, {"bob", 1}}}});
    QCOMPARE(window.index(0).data(FacetShareRole).toDouble(), 1.0);
    QCOMPARE(window.index(1).data(FacetShareRole).toDouble(), 0.1);
    QCOMPARE(window.index(2).data(FacetShareRole).toDouble(), 0.0); // which is no longer counted
    const QImage image = window.values->grab().toImage();
    const QColor ground = window.pane.palette().color(QPalette::Window);
    const auto paintedWidth = [&](int row) {
        const QRect place = window.values->visualRect(window.index(row));
        int painted = 0;
        // In the right half, where there is no name, above the digits.
        for (int x = place.center().x(); x <= place.right(); ++x)
            painted += image.pixelColor(x, place.top() + 3) != ground ? 1 : 0;
        return painted;
    };
    const QList<int> widths{paintedWidth(0), paintedWidth(1), paintedWidth(2)};
    const QByteArray said = QByteArray::number(widths[0]) + ' ' + QByteArray::number(widths[1]);
    QVERIFY2(widths[1] > 0 && widths[0] > 6 * widths[1] && widths[0] < 14 * widths[1], said.constData());
    QCOMPARE(widths[2], 0);
}

void FacetGroupsTest::anySpellingOfAValueChecksIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("afterAnn"); // ann was clicked
    QTest::newRow("as a click writes it") << u"actor:=ann"_s << u""_s;
    QTest::newRow("as one types it") << u"actor:ann"_s << u""_s;
    QTest::newRow("in another case") << u"actor:ANN"_s << u""_s;
    QTest::newRow("quoted") << u"actor:\"ann\""_s << u""_s;
    QTest::newRow("by an alias") << u"user=ann"_s << u""_s;
    QTest::newRow("in a list") << u"actor:(ann OR bob)"_s << u"actor:=bob"_s;
    QTest::newRow("as alternatives") << u"actor:ann OR actor:bob"_s << u"actor:=bob"_s;
    QTest::newRow("beside others") << u"x actor:ann"_s << u"x"_s;
}

void FacetGroupsTest::anySpellingOfAValueChecksIt()
{
    QFETCH(const QString, text);
    FilterPaneStage window;
    window.filter.setText(text);
    QCOMPARE(window.shownValues(), QStringList({u"ann"_s, u"bob"_s, u"(no value)"_s}));
    QCOMPARE(window.state(0), Qt::Checked);
    window.click(0);
    QTEST(window.filter.text(), "afterAnn");
    QCOMPARE(window.state(0), Qt::Unchecked);
}

void FacetGroupsTest::excludedValuesAreNotCountedAsChosen()
{
    FilterPaneStage window;
    window.filter.setText(u"actor:=ann,bob -actor:=zoe"_s);
    QCOMPARE(window.heading->text(), u"Actor: 2 included, 1 excluded"_s);
    window.filter.setText(u"-actor:=zoe"_s);
    QCOMPARE(window.heading->text(), u"Actor: 1 excluded"_s);
    window.filter.setText({});
    QCOMPARE(window.heading->text(), u"Actor"_s);
}

void FacetGroupsTest::excludesAndIsolatesWithAClick()
{
    FilterPaneStage window;
    const QRect row = window.values->visualRect(window.index(0));
    const auto find = [&window, &row](FacetTarget target) {
        for (int x = row.left(); x <= row.right(); ++x) {
            if (window.values->targetAt({x, row.center().y()}) == target)
                return QPoint(x + 2, row.center().y());
        }
        return QPoint(-1, -1);
    };
    QTest::mouseClick(window.values->viewport(), Qt::LeftButton, {}, find(FacetTarget::Exclude));
    QCOMPARE(window.filter.text(), u"-actor:=ann"_s);
    window.click(1);
    QTest::mouseClick(window.values->viewport(), Qt::LeftButton, {}, find(FacetTarget::Only));
    QCOMPARE(window.filter.text(), u"actor:=ann"_s);
}

void FacetGroupsTest::isMirroredWithTheWindow()
{
    FilterPaneStage window;
    const auto targets = [&window] {
        const QRect row = window.values->visualRect(window.index(0));
        std::vector<FacetTarget> found;
        for (int x = row.left(); x <= row.right(); ++x)
            found.push_back(window.values->targetAt({x, row.center().y()}));
        return found;
    };
    std::vector<FacetTarget> mirrored = targets();
    std::ranges::reverse(mirrored);
    const auto isPainted = [&window](int fromTheSide) {
        const QRect place = window.values->visualRect(window.index(0));
        const QImage image = window.values->grab().toImage();
        return image.pixelColor(place.left() + fromTheSide, place.center().y())
            != window.pane.palette().color(QPalette::Window);
    };
    QVERIFY(!isPainted(1)); // beside the box
    window.pane.setLayoutDirection(Qt::RightToLeft);
    window.layOut();
    QVERIFY(isPainted(1)); // the bar of the greatest count
    QVERIFY(targets() == mirrored);
    const int height = window.heading->height();
    QTest::mouseClick(window.heading, Qt::LeftButton, {}, {height / 2, height / 2});
    auto *menu = window.actor->findChild<QMenu *>(u"facetGroupMenu"_s);
    QVERIFY(menu && menu->isVisible());
    menu->close();
    QTest::mouseClick(window.heading, Qt::LeftButton, {}, {window.heading->width() - 5, height / 2});
    QVERIFY(!window.values->isVisible()); // which closes the group, as anywhere else
}

void FacetGroupsTest::tellsTheStateOfAValue()
{
    FilterPaneStage window;
    window.filter.setText(u"actor:=ann -actor:=bob"_s);
    QCOMPARE(accessibleRow(window.values, 0)->text(QAccessible::Name), u"ann, included, events: 12,345"_s);
    QVERIFY(accessibleRow(window.values, 0)->state().checked);
    QVERIFY(!accessibleRow(window.values, 0)->state().selected);
    QCOMPARE(accessibleRow(window.values, 1)->text(QAccessible::Name), u"bob, excluded, events: 7"_s);
    QVERIFY(!accessibleRow(window.values, 1)->state().checked);
    QCOMPARE(accessibleRow(window.values, 2)->text(QAccessible::Name), u"(no value), events: 3"_s);
    const auto *heading = QAccessible::queryAccessibleInterface(window.heading);
    QCOMPARE(heading->text(QAccessible::Name), u"Actor: 1 included, 1 excluded"_s);
    QCOMPARE(heading->text(QAccessible::Description), u"Expanded"_s);
    window.heading->click();
    QCOMPARE(heading->text(QAccessible::Description), u"Collapsed"_s);
}

void FacetGroupsTest::tellsWhetherAGroupIsOpen()
{
    FilterPaneStage window;
    auto *heading = QAccessible::queryAccessibleInterface(window.heading);
    QCOMPARE(heading->role(), QAccessible::Button);
    QVERIFY(heading->state().focusable && heading->state().expandable);
    QVERIFY(heading->state().expanded && !heading->state().collapsed);
    const QSignalSpy changed(window.actor->findChild<FacetHeading *>(), &FacetHeading::expandedChanged);
    heading->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(!window.values->isVisible());
    QVERIFY(!heading->state().expanded && heading->state().collapsed);
    QCOMPARE(changed.size(), 1);
    window.pane.addGroup(Field::Actor); // which opens it
    QVERIFY(heading->state().expanded && !heading->state().collapsed);
    QCOMPARE(changed.size(), 2);
    window.pane.setFacet({{Field::Actor, {{"ann", 1}}}});
    QCOMPARE(changed.size(), 2);
}

void FacetGroupsTest::notifiesWhenTheStateChanges()
{
    FilterPaneStage window;
    window.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.pane));
    QSignalSpy changed(window.values, &FacetView::currentStateChanged);
    window.values->setFocus();
    window.values->setCurrentIndex(window.index(1));
    QTest::keyClick(window.values, Qt::Key_Space);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toInt(), 1);
    window.pane.setFacet({{Field::Actor, {{"ann", 12'345}, {"bob", 1}, {std::nullopt, 3}}}});
    QCOMPARE(changed.size(), 1);
    QTest::keyClick(window.values, Qt::Key_Minus);
    QCOMPARE(changed.size(), 2);
}

void FacetGroupsTest::saysThatItIsCounting()
{
    FilterPaneStage window;
    QTRY_COMPARE(window.wanted.size(), 1);
    const auto isOutdated = [&window] {
        return window.index(0).data(FacetOutdatedRole).toBool();
    };
    QTRY_VERIFY(isOutdated());
    QCOMPARE(window.count(0), u"12,345"_s);
    window.pane.setFacet({{Field::Actor, {{"ann", 1}}}});
    QVERIFY(!isOutdated());
}

/// The filter in force is counted then.
void FacetGroupsTest::saysThatItCountsWhileTheTextIsBroken()
{
    FilterPaneStage window;
    const auto *heading = qobject_cast<const FacetHeading *>(window.heading);
    QVERIFY(heading);
    QTRY_COMPARE(heading->shownState(), u"counting…"_s);
    window.filter.setText(u"action:"_s);
    QVERIFY(window.filter.error());
    QCOMPARE(heading->shownState(), u"counting…"_s);
    window.pane.setFacet({{Field::Actor, {{"ann", 1}}}});
    QVERIFY(heading->shownState().isEmpty());
    QVERIFY(!window.index(0).data(FacetOutdatedRole).toBool());
}

void FacetGroupsTest::oneTabStopAndArrows()
{
    FilterPaneStage window;
    QPushButton after(u"after"_s, &window.pane);
    after.setGeometry(0, 0, 40, 20);
    after.show();
    window.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.pane));
    const auto heading = [&window](const QString &field) {
        return window.pane.findChild<QWidget *>("facet."_L1 + field)
            ->findChild<QToolButton *>(u"facetHeading"_s);
    };
    heading(u"outcome"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(window.heading->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(window.values->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(window.values->currentIndex().row(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(heading(u"ip"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(window.values->currentIndex().row(), 2);
    QVERIFY(window.values->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!window.groups->isAncestorOf(QApplication::focusWidget()));
    window.heading->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QVERIFY(!window.values->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(window.values->isVisible());
}

void FacetGroupsTest::typedLettersSearch()
{
    FilterPaneStage window;
    window.pane.setFacet({{Field::Actor, FilterPaneStage::users(20)}});
    window.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.pane));
    window.values->setFocus();
    QTest::keyClicks(window.values, u"u"_s);
    QVERIFY(window.search->hasFocus());
    QTest::keyClicks(window.search, u"ser19"_s);
    QCOMPARE(window.shownValues(), QStringList(u"user19"_s));
    QTest::keyClick(window.search, Qt::Key_Escape);
    QCOMPARE(window.search->text(), QString());
}

void FacetGroupsTest::longNamesDoNotWidenThePane()
{
    FilterPaneStage window;
    const int width = window.pane.minimumSizeHint().width();
    window.pane.setFacet({{Field::Actor, {{std::string(10'000, 'x'), 12'345'678}}}});
    window.layOut();
    QCOMPARE(window.pane.minimumSizeHint().width(), width);
    QVERIFY(window.actor->width() <= window.pane.width());
    window.pane.setFacetsFailed({ErrorKind::Storage, QString(10'000, u'x')});
    window.layOut();
    QVERIFY(window.note->isVisible());
    QVERIFY2(window.actor->minimumSizeHint().width() < 200,
             qPrintable(QString::number(window.actor->minimumSizeHint().width())));
}

void FacetGroupsTest::stackedMarksStayInTheirRow()
{
    FilterPaneStage window;
    const QString zalgo = u'e' + QString(40, QChar(0x0301));
    window.pane.setFacet({{Field::Actor, {{zalgo.toStdString(), 9}}}});
    QVERIFY2(window.shown(0).contains(u"marks>"_s) && window.shown(0).size() < 30,
             qPrintable(window.shown(0)));
    window.search->setText(zalgo); // found all the same
    QCOMPARE(window.values->model()->rowCount(), 1);
}

void FacetGroupsTest::longNamesDoNotWidenTheMenus()
{
    FilterPaneStage window;
    const auto path = Filter::parseFieldReference(u'@' + QString(900, u'x'));
    window.pane.addGroup(std::get<Filter::FieldReference>(path));
    FacetGroup *group = window.groups->groups().back();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(group->findChild<QToolButton *>(u"facetHeading"_s), &event);
    auto *menu = group->findChild<QMenu *>(u"facetGroupMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QVERIFY2(menu->width() < 600, qPrintable(QString::number(menu->width())));
    menu->close();
}

TRAILGLASS_GUI_TEST(FacetGroupsTest)
#include "tst_facetgroups.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/clock.h"
#include "models/filter/filter.h"
#include "models/query/sortorder.h"
#include "models/workspace/resultrunner.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/facetroles.h"
#include "views/filters/facetview.h"
#include "views/inspector/inspectorpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Whole ways through the window, over the demo's events, by keys alone: nothing here touches a widget but to look at it.
class KeyboardTourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void fromAFilterToAnExport();
    void fromAnEventToAComparison();
    void fromATermToTheOneBefore();

private:
    static constexpr int All = 6370;
    static constexpr int MaxKeys = 200; ///< nobody presses more to get anywhere

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_stage->window(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Presses a key until something is so.
    /// \returns false when it never is
    [[nodiscard]] bool pressUntil(Qt::Key key, const std::function<bool()> &isThere);
    /// Makes a dialog that a key has opened the active window, as a window manager does.
    [[nodiscard]] QPointer<QDialog> opened(const QString &name);

    [[nodiscard]] bool hasKeyboard(const QString &name)
    {
        const QWidget *focus = QApplication::focusWidget();
        const QWidget *place = m_stage->find<QWidget>(name);
        return focus && (focus == place || place->isAncestorOf(focus));
    }
    [[nodiscard]] QString filter() { return m_stage->find<QLineEdit>(u"queryEdit"_s)->text(); }
    /// Of the result; −1 while it is searched for.
    [[nodiscard]] int count()
    {
        bool isNumber = false;
        const int number = QLocale().toInt(m_stage->shownCount().section(u' ', 0, 0), &isNumber);
        return isNumber ? number : -1;
    }
    /// Of a filter, by the query engine itself.
    [[nodiscard]] int expected(const QString &filter);
    [[nodiscard]] QTableView *table() { return m_stage->find<QTableView>(u"eventTable"_s); }

    [[nodiscard]] bool inspectsCurrentRow()
    {
        const QString time = table()->currentIndex().siblingAtColumn(0).data().toString();
        return !time.isEmpty() && m_stage->find<QLabel>(u"eventTime"_s)->text().startsWith(time);
    }

    std::unique_ptr<WindowStage> m_stage;
};

void KeyboardTourTest::init()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->openFilled();
    m_stage->window().resize(1440, 900);
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QTRY_COMPARE_WITH_TIMEOUT(count(), All, WindowStage::Patience);
}

bool KeyboardTourTest::pressUntil(Qt::Key key, const std::function<bool()> &isThere)
{
    for (int keys = 0; keys < MaxKeys && !isThere(); ++keys)
        press(key);
    return isThere();
}

QPointer<QDialog> KeyboardTourTest::opened(const QString &name)
{
    QPointer<QDialog> dialog = m_stage->window().findChild<QDialog *>(name);
    if (!dialog)
        return {};
    dialog->activateWindow();
    // Not qWaitForWindowActive(): Qt takes a window for active where the one that it belongs to is.
    const bool isActive = QTest::qWaitFor(
        [&dialog] { return !dialog || QApplication::activeWindow() == dialog; }, WindowStage::Patience);
    return isActive ? dialog : QPointer<QDialog>();
}

int KeyboardTourTest::expected(const QString &filter)
{
    const SystemClock clock;
    ResultRunner runner(m_stage->path(u"filled"_s), clock);
    int count = -1;
    connect(&runner, &ResultRunner::finished, this,
            [&count](const QueryResult &result) { count = static_cast<int>(result.snapshot->size()); });
    runner.run({std::get<Filter::NodePointer>(Filter::parse(filter)), defaultSortOrder()});
    return QTest::qWaitFor([&count] { return count >= 0; }, WindowStage::Patience) ? count : -2;
}

/// Failed logins, the address that has most of them, what else came from there, and a file with it.
void KeyboardTourTest::fromAFilterToAnExport()
{
    const QString address = u"192.0.2.66"_s;
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(u"queryEdit"_s));
    type(u"op:auth outcome:failure"_s);
    press(Qt::Key_Return);

    // The group of addresses, which is closed at first, and the address in it.
    press(Qt::Key_F6);
    QTRY_VERIFY(hasKeyboard(u"filtersDock"_s));
    QVERIFY(pressUntil(Qt::Key_Down, [] {
        const QWidget *focus = QApplication::focusWidget();
        return focus && focus->objectName() == "facetHeading"_L1
            && focus->parentWidget()->objectName() == "facet.ip"_L1;
    }));
    press(Qt::Key_Right);
    const auto *addresses = m_stage->find<QWidget>(u"facet.ip"_s)->findChild<FacetView *>(u"facetValues"_s);
    const int failures = expected(u"op:auth outcome:failure ip:"_s + address);
    QVERIFY(failures > 1 && failures < All / 100);
    // Under this filter: the counts under the one before have another order.
    const auto isCounted = [addresses, &address, failures] {
        const QAbstractItemModel &model = *addresses->model();
        const QModelIndexList found =
            model.match(model.index(0, 0), Qt::DisplayRole, address, 1, Qt::MatchExactly);
        return !found.isEmpty()
            && found.constFirst().data(FacetCountRole).toString() == QLocale().toString(failures);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isCounted(), WindowStage::Patience);
    press(Qt::Key_Down);
    QVERIFY(pressUntil(Qt::Key_Down, [addresses, &address] {
        return addresses->hasFocus() && addresses->currentIndex().data().toString() == address;
    }));
    press(Qt::Key_Space);
    QCOMPARE(filter(), u"op:auth outcome:failure ip:"_s + address);
    QTRY_COMPARE_WITH_TIMEOUT(count(), failures, WindowStage::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(addresses->currentIndex().data(FacetCountRole).toString(),
                              QLocale().toString(failures), WindowStage::Patience);

    // The first of them, and what is related to it.
    QVERIFY(pressUntil(Qt::Key_F6, [this] { return hasKeyboard(u"eventsView"_s); }));
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), failures, WindowStage::Patience);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_stage->find<QWidget>(u"inspectorDock"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(inspectsCurrentRow(), WindowStage::Patience);
    QVERIFY(pressUntil(Qt::Key_F6, [this] { return hasKeyboard(u"inspectorDock"_s); }));
    QVERIFY(pressUntil(Qt::Key_Backtab, [this] {
        return hasKeyboard(u"inspectorTabs"_s) && qobject_cast<QTabBar *>(QApplication::focusWidget());
    }));
    const auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
    QVERIFY(pressUntil(Qt::Key_Right, [inspector] { return inspector->tab() == InspectorPane::RelatedTab; }));
    const auto *related = m_stage->find<QTreeView>(u"relatedList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(related->model()->rowCount() > 0, WindowStage::Patience);
    QVERIFY(pressUntil(Qt::Key_Tab, [related] { return related->hasFocus(); }));
    QVERIFY(pressUntil(Qt::Key_Down, [related] {
        return related->currentIndex().siblingAtColumn(0).data().toString() == "Same address"_L1;
    }));
    press(Qt::Key_Return);
    QCOMPARE(filter(), u"ip:"_s + address);
    const int found = expected(filter());
    QVERIFY(found > failures && found < All);
    QTRY_COMPARE_WITH_TIMEOUT(count(), found, WindowStage::Patience);

    // The file.
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->window().actions().exportEvents->isEnabled(), WindowStage::Patience);
    press(Qt::Key_E, Qt::ControlModifier);
    const QPointer<QDialog> dialog = opened(u"exportDialog"_s);
    QVERIFY(dialog);
    press(Qt::Key_I, Qt::AltModifier);
    QTRY_VERIFY(hasKeyboard(u"exportFile"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    const QString fileName = m_stage->path(u"from-there.csv"_s);
    type(fileName);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QPushButton>(u"exportButton"_s)->isEnabled(),
                             WindowStage::Patience);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileName), WindowStage::Patience);
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(static_cast<int>(file.readAll().count('\n')), found + 1); // with the header
    // How it ended is shown.
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QPushButton>(u"exportButton"_s)->isEnabled(),
                             WindowStage::Patience);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

/// A place in the JSON of an event as a column and as a filter, and two of the events side by side.
void KeyboardTourTest::fromAnEventToAComparison()
{
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(u"queryEdit"_s));
    type(u"vendor:asana op:auth outcome:failure"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QTRY_VERIFY(hasKeyboard(u"eventsView"_s));
    const int failures = expected(filter());
    QVERIFY(failures > 1);
    QTRY_COMPARE_WITH_TIMEOUT(count(), failures, WindowStage::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), failures, WindowStage::Patience);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_stage->find<QWidget>(u"inspectorDock"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(inspectsCurrentRow(), WindowStage::Patience);

    QVERIFY(pressUntil(Qt::Key_F6, [this] { return hasKeyboard(u"inspectorDock"_s); }));
    QVERIFY(pressUntil(Qt::Key_Backtab, [this] {
        return hasKeyboard(u"inspectorTabs"_s) && qobject_cast<QTabBar *>(QApplication::focusWidget());
    }));
    const auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
    QVERIFY(pressUntil(Qt::Key_Right, [inspector] { return inspector->tab() == InspectorPane::JsonTab; }));
    QVERIFY(pressUntil(Qt::Key_Tab, [this] { return hasKeyboard(u"jsonSearch"_s); }));
    type(u"event_type"_s);
    const auto *tree = m_stage->find<QTreeView>(u"jsonTree"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tree->currentIndex().data().toString(), u"event_type"_s, WindowStage::Patience);
    press(Qt::Key_Down);
    QTRY_VERIFY(tree->hasFocus());
    const int columns = table()->model()->columnCount();
    press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(table()->model()->columnCount(), columns + 1);
    QCOMPARE(table()->model()->headerData(columns, Qt::Horizontal).toString(), u"@event_type"_s);
    press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY2(filter().contains(u" @event_type:"_s) && filter().endsWith(u"user_login_failed"_s),
             qPrintable(filter()));

    QVERIFY(pressUntil(Qt::Key_F6, [this] { return hasKeyboard(u"eventsView"_s); }));
    const int same = expected(filter());
    QVERIFY(same > 1);
    QTRY_COMPARE_WITH_TIMEOUT(count(), same, WindowStage::Patience);
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), same, WindowStage::Patience);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    const QPointer<QDialog> comparison = opened(u"eventComparison"_s);
    QVERIFY(comparison);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!comparison || !comparison->isVisible());
}

/// Turned off, negated, taken out, and all of it taken back.
void KeyboardTourTest::fromATermToTheOneBefore()
{
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(hasKeyboard(u"queryEdit"_s));
    type(u"op:auth outcome:failure"_s);
    press(Qt::Key_Return);
    QVERIFY(pressUntil(Qt::Key_Tab, [this] { return hasKeyboard(u"termBar"_s); }));
    press(Qt::Key_Space);
    QCOMPARE(filter(), u"outcome:failure"_s);
    press(Qt::Key_Space);
    QCOMPARE(filter(), u"op:auth outcome:failure"_s);
    press(Qt::Key_Right);
    press(Qt::Key_Minus);
    QCOMPARE(filter(), u"op:auth -outcome:failure"_s);
    press(Qt::Key_Delete);
    QCOMPARE(filter(), u"op:auth"_s);

    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(filter(), u"op:auth -outcome:failure"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(filter(), u"op:auth -outcome:failure"_s);
    const int shown = expected(filter());
    QVERIFY(shown > 0 && shown < All);
    QTRY_COMPARE_WITH_TIMEOUT(count(), shown, WindowStage::Patience);

    // Everything of what is shown, as a table.
    QVERIFY(pressUntil(Qt::Key_F6, [this] { return hasKeyboard(u"eventsView"_s); }));
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), shown, WindowStage::Patience);
    QGuiApplication::clipboard()->setText(u"before"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const auto copiedLines = [] {
        return static_cast<int>(QGuiApplication::clipboard()->text().count(u'\n'));
    };
    QTRY_COMPARE_WITH_TIMEOUT(copiedLines(), shown + 1, WindowStage::Patience); // with the titles
}

TRAILGLASS_GUI_TEST(KeyboardTourTest)
#include "tst_keyboardtour.moc"

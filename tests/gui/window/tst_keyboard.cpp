// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// What a screen reader would say of it; empty when it would be silent.
QString spokenName(const QWidget &widget)
{
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        button && !button->text().isEmpty())
        return button->text();
    if (const auto *box = qobject_cast<const QGroupBox *>(&widget); box && !box->title().isEmpty())
        return box->title();
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && !label->text().isEmpty())
        return label->text();
    for (const QLabel *label : widget.window()->findChildren<QLabel *>()) {
        if (label->buddy() == &widget || (label->buddy() && label->buddy()->focusProxy() == &widget))
            return label->text();
    }
    return {};
}

bool takesTheKeyboard(const QWidget &widget)
{
    // A tab bar says its tabs; a scroll area is a way to its contents.
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus)
        && !widget.focusProxy() && !qobject_cast<const QTabBar *>(&widget)
        && QLatin1StringView(widget.metaObject()->className()) != "QScrollArea"_L1;
}

QStringList silentWidgets()
{
    QStringList silent;
    for (const QPointer<QWidget> &widget : allWidgets()) {
        if (widget && takesTheKeyboard(*widget) && spokenName(*widget).isEmpty())
            silent << QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return silent;
}

} // namespace

/// Without a mouse.
class KeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<WindowStage>(100);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
        QVERIFY(m_stage->sync());
    }
    void init()
    {
        m_stage->openWithoutSettings();
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(count()))));
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    }
    void cleanupTestCase() { m_stage.reset(); }

    void fromTheQueryToTheEventAndItsFields()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(edit->hasFocus());
        type(u"vendor:asana"_s);
        press(Qt::Key_Return);
        QCOMPARE(edit->text(), u"vendor:asana"_s);
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(count()))));
        press(Qt::Key_Escape);
        QTRY_VERIFY(table->hasFocus());

        press(Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(table->currentIndex().row(), 0);
        const auto *time = m_stage->find<QLabel>(u"eventTime"_s);
        QTRY_VERIFY(!time->text().isEmpty());
        QStringList seen;
        for (int row = 1; row < 4; ++row) {
            seen << time->text();
            press(Qt::Key_Down);
            QTRY_COMPARE(table->currentIndex().row(), row);
            QTRY_VERIFY(!time->text().isEmpty() && time->text() != seen.constLast());
        }
        press(Qt::Key_Up);
        QTRY_COMPARE(time->text(), seen.constLast());

        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(edit->text().isEmpty());
    }

    void theNextEventIsAKeyAwayFromTheInspector()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        const auto *time = m_stage->find<QLabel>(u"eventTime"_s);
        table->selectRow(0);
        QTRY_VERIFY(!time->text().isEmpty());
        const QString first = time->text();
        auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
        inspector->setTab(InspectorPane::JsonTab);
        m_stage->find<QTreeView>(u"jsonTree"_s)->setFocus();
        press(Qt::Key_F8);
        QTRY_VERIFY(!time->text().isEmpty() && time->text() != first);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(inspector->tab(), InspectorPane::JsonTab);
        press(Qt::Key_F7);
        QTRY_COMPARE(time->text(), first);
    }

    void f6GoesRoundThePanes()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->selectRow(0);
        QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        const QStringList places{u"queryBar"_s,   u"filtersDock"_s,   u"histogramView"_s,
                                 u"eventsView"_s, u"inspectorDock"_s, u"statusBar"_s};
        edit->setFocus();
        for (int step = 1; step <= 2 * places.size(); ++step) {
            press(Qt::Key_F6);
            QTRY_COMPARE(place(places), places.at(step % places.size()));
        }
        for (qsizetype step = 2 * places.size() - 1; step >= 0; --step) {
            press(Qt::Key_F6, Qt::ShiftModifier);
            QTRY_COMPARE(place(places), places.at(step % places.size()));
        }
        // What is out of sight is left out.
        m_stage->find<QWidget>(u"filtersDock"_s)->hide();
        press(Qt::Key_H, Qt::ControlModifier);
        press(Qt::Key_F6);
        QTRY_VERIFY(table->hasFocus());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QTRY_VERIFY(edit->hasFocus());
    }

    void theWayOnOfAnEmptyResultTakesTheKeyboard()
    {
        m_stage->filter(u"actor:nobody@nowhere.example"_s);
        auto *empty = m_stage->find<QWidget>(u"eventsEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        QVERIFY(edit->hasFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(empty->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(edit->hasFocus());
        press(Qt::Key_F6);
        press(Qt::Key_F6);
        press(Qt::Key_F6);
        QTRY_VERIFY(empty->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Space);
        QTRY_VERIFY(edit->text().isEmpty());
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(count()))));
    }

    void copyTakesFromThePaneWithTheKeyboard()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->selectRow(0);
        QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
        const auto copied = [this](QWidget *focus) {
            focus->setFocus();
            QGuiApplication::clipboard()->setText(u"nothing"_s);
            m_stage->window().actions().copy->trigger();
            const auto isCopied = [] {
                return QGuiApplication::clipboard()->text() != u"nothing"_s;
            };
            return QTest::qWaitFor(isCopied, WindowStage::Patience) ? QGuiApplication::clipboard()->text()
                                                                    : QString();
        };
        const QString row = copied(table);
        QVERIFY2(row.contains(u'\t') && row.contains(u"work"_s), qPrintable(row));
        auto *fields = m_stage->find<QWidget>(u"inspectorTabs"_s)->findChild<QTreeView *>();
        QVERIFY(fields);
        fields->setCurrentIndex(fields->model()->index(0, 0));
        const QString value = copied(fields);
        QVERIFY2(!value.isEmpty() && !value.contains(u'\t'), qPrintable(value));
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        edit->setText(u"vendor:asana"_s);
        edit->selectAll();
        QCOMPARE(copied(edit), u"vendor:asana"_s);
    }

    void theListOfShortcutsHasEveryOne()
    {
        press(Qt::Key_F1);
        auto *dialog = m_stage->find<QDialog>(u"shortcutsDialog"_s);
        const auto *shortcuts = dialog->findChild<QTableWidget *>(u"shortcuts"_s);
        QStringList listed;
        for (int row = 0; row < shortcuts->rowCount(); ++row)
            listed << shortcuts->item(row, 0)->text();
        int count = 0;
        for (const QAction *action : m_stage->window().findChildren<QAction *>()) {
            if (action->shortcuts().isEmpty())
                continue;
            const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
            QVERIFY2(listed.contains(keys), qPrintable(keys + u' ' + action->text()));
            ++count;
        }
        QVERIFY(count > 15);
        for (const QString &title : {u"Everywhere"_s, u"Events"_s, u"Inspector"_s, u"Sources"_s})
            QVERIFY2(listed.contains(title), qPrintable(title));
        QCOMPARE(listed.count(u"Enter, Shift+Enter"_s), 2); // of both searches
        dialog->close();
    }

    void keysOpenTheDialogs_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("dialog");
        QTest::newRow("export") << static_cast<int>(Qt::Key_E) << u"exportDialog"_s;
        QTest::newRow("add a source") << static_cast<int>(Qt::Key_N) << u"sourceDialog"_s;
        QTest::newRow("zone") << static_cast<int>(Qt::Key_T) << u"zoneDialog"_s;
    }
    void keysOpenTheDialogs()
    {
        QFETCH(int, key);
        QFETCH(QString, dialog);
        QTRY_VERIFY(m_stage->window().actions().exportEvents->isEnabled());
        press(static_cast<Qt::Key>(key), Qt::ControlModifier);
        QPointer<QDialog> opened = m_stage->window().findChild<QDialog *>(dialog);
        QVERIFY(opened);
        QTRY_VERIFY(opened->isVisible());
        QVERIFY2(silentWidgets().isEmpty(), qPrintable(silentWidgets().join(u'\n')));
        QTest::keyClick(opened, Qt::Key_Escape);
        QTRY_VERIFY(!opened || !opened->isVisible());
    }

    void anotherZoneReachesEverySurface()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        const auto *time = m_stage->find<QLabel>(u"eventTime"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTRY_VERIFY(!time->text().isEmpty());
        const QStringList before = textsInSight(m_stage->window());
        const QString timeBefore = time->text();
        press(Qt::Key_T, Qt::ControlModifier);
        auto *dialog = m_stage->find<QDialog>(u"zoneDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        auto *search = dialog->findChild<QLineEdit *>(u"zoneSearch"_s);
        search->setFocus();
        QTest::keyClicks(search, u"Kathmandu"_s);
        QTest::keyClick(search, Qt::Key_Down);
        const QPointer<QDialog> open = dialog;
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!open || !open->isVisible());
        QTRY_VERIFY(m_stage->find<QAbstractButton>(u"zoneButton"_s)->text().contains(u"Kathmandu"_s));
        QTRY_VERIFY(time->text() != timeBefore);
        const auto says = [](const QWidget *widget) {
            return !textsInSight(*widget).filter(u"Kathmandu"_s).isEmpty()
                || !textsInSight(*widget).filter(u"+05:45"_s).isEmpty();
        };
        QTRY_VERIFY(says(m_stage->find<QWidget>(u"eventsView"_s)));
        // The filter pane says it where a span is typed, which may not be in sight.
        const auto labels = m_stage->find<QWidget>(u"filterPane"_s)->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"Kathmandu"_s); }));
        QTRY_VERIFY(textsInSight(*m_stage->find<QWidget>(u"sourcesPane"_s)) != before);
    }

    void noTwoCommandsShareAShortcut()
    {
        QMap<QString, QStringList> owners;
        for (const QAction *action : m_stage->window().findChildren<QAction *>()) {
            const bool isWide = action->shortcutContext() == Qt::WindowShortcut
                || action->shortcutContext() == Qt::ApplicationShortcut;
            for (const QKeySequence &keys : action->shortcuts()) {
                if (isWide)
                    owners[keys.toString()] << action->text();
            }
        }
        QVERIFY(owners.size() >= 8);
        // One that only a pane has shadows one of the whole window there; that too is ambiguous.
        for (const QAction *action : m_stage->window().findChildren<QAction *>()) {
            const bool isLocal = action->shortcutContext() == Qt::WidgetWithChildrenShortcut
                || action->shortcutContext() == Qt::WidgetShortcut;
            for (const QKeySequence &keys : action->shortcuts()) {
                if (isLocal && owners.contains(keys.toString()))
                    owners[keys.toString()] << action->text();
            }
        }
        for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner)
            QVERIFY2(owner->size() == 1, qPrintable(owner.key() + u": "_s + owner->join(u", "_s)));
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        m_stage->find<QTableView>(u"eventTable"_s)->selectRow(0);
        QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
        QVERIFY2(silentWidgets().isEmpty(), qPrintable(silentWidgets().join(u'\n')));
    }

private:
    [[nodiscard]] qint64 count() { return m_stage->servers.asana().events().size(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_stage->window(), key, modifiers);
    }
    /// Which of \a places has the keyboard.
    [[nodiscard]] QString place(const QStringList &places)
    {
        for (const QString &name : places) {
            if (m_stage->find<QWidget>(name)->isAncestorOf(QApplication::focusWidget()))
                return name;
        }
        return {};
    }
    static void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(KeyboardTest)
#include "tst_keyboard.moc"

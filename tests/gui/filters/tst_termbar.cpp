// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filterstate.h"
#include "tests/runner/testclass.h"
#include "views/filters/termbar.h"
#include "views/filters/termchip.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// A bar between two lines, shown.
struct Bar
{
    QWidget window;
    FilterState filter;
    TermBar *bar = nullptr;
    QLineEdit *after = nullptr;

    explicit Bar(const QString &text, int width = 900)
    {
        filter.setText(text);
        bar = new TermBar(&filter, &window);
        after = new QLineEdit(&window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addWidget(after);
        window.resize(width, 90);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window got no keyboard.");
    }

    [[nodiscard]] QList<TermChip *> chips() const
    {
        QList<TermChip *> shown;
        for (TermChip *chip : bar->findChildren<TermChip *>()) {
            if (chip->isVisible())
                shown += chip;
        }
        return shown;
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const TermChip *chip : chips())
            names += chip->accessibleName().mid(QStringLiteral("Filter term: ").size());
        return names;
    }
    [[nodiscard]] QToolButton *more() const { return bar->findChild<QToolButton *>(u"moreTerms"_s); }
    void click(int chip, int x, Qt::KeyboardModifiers modifiers = {}) const
    {
        TermChip *clicked = chips().at(chip);
        const QPoint place(x < 0 ? clicked->width() + x : x, clicked->height() / 2);
        QTest::mouseClick(clicked, Qt::LeftButton, modifiers, place);
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
};

constexpr int OnMark = 10; // px from the left
constexpr int OnText = 26; // px from the left, even where the text is one letter
constexpr int OnCross = -10; // px from the right

} // namespace

class TermBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void showsATermEachWhateverItsSpelling()
    {
        const Bar window(u"actor=ann AND NOT op:auth (x OR y)"_s);
        QCOMPARE(window.names(), QStringList({u"actor:ann"_s, u"-op:auth"_s, u"x OR y"_s}));
        QVERIFY(!window.more()->isVisible());
    }

    void followsTheFilter()
    {
        Bar window(u"a"_s);
        window.filter.setText(u"a op:auth"_s);
        QCOMPARE(window.names(), QStringList({u"a"_s, u"op:auth"_s}));
        window.filter.setText(u"a op:auth ("_s); // while one types the last good terms stay
        QCOMPARE(window.names(), QStringList({u"a"_s, u"op:auth"_s}));
        window.filter.replaceText({});
        QVERIFY(window.chips().isEmpty());
    }

    void saysWhatAPresetStandsFor()
    {
        const Bar window(u"preset:nights op:auth -preset:nights"_s);
        const auto toolTip = [&window](int place) {
            TermChip *chip = window.chips().at(place);
            QHelpEvent event(QEvent::ToolTip, chip->rect().center(), chip->mapToGlobal(QPoint()));
            QCoreApplication::sendEvent(chip, &event);
            QToolTip::hideText();
            return chip->toolTip();
        };
        QVERIFY(!toolTip(0).contains(u"Stands for"_s)); // presets are not known yet
        QString expression = u"hour:22..5"_s;
        window.bar->setPresets([&expression](const QString &name) {
            return name == u"nights"_s ? std::optional(expression) : std::nullopt;
        });
        QVERIFY2(toolTip(0).contains(u"Stands for: hour:22..5"_s), qPrintable(toolTip(0)));
        QVERIFY2(!toolTip(1).contains(u"Stands for"_s), qPrintable(toolTip(1)));
        QVERIFY2(toolTip(2).contains(u"Stands for: -hour:22..5"_s), qPrintable(toolTip(2)));
        expression = u"op:export"_s; // it was saved again
        QVERIFY2(toolTip(0).contains(u"Stands for: op:export"_s), qPrintable(toolTip(0)));
        expression = u"op:export preset:nights"_s; // may stand for thousands of terms: nothing is put in
        QVERIFY2(toolTip(0).contains(u"Stands for: op:export preset:nights"_s), qPrintable(toolTip(0)));
    }

    void saysWhatAPresetStandsForWithoutAMouse()
    {
        Bar window(u"op:auth preset:nights"_s);
        QString expression = u"hour:22..5"_s;
        window.bar->setPresets([&expression](const QString &) { return std::optional(expression); });
        const auto spoken = [&window](int place) {
            QAccessibleInterface *chip = QAccessible::queryAccessibleInterface(window.chips().at(place));
            return chip ? chip->text(QAccessible::Description) : QString();
        };
        window.chips()[0]->setFocus();
        QVERIFY2(spoken(0).startsWith(u"Space turns"_s), qPrintable(spoken(0)));
        Bar::press(Qt::Key_Right);
        QVERIFY2(spoken(1).startsWith(u"Stands for: hour:22..5. Space turns"_s), qPrintable(spoken(1)));
        Bar::press(Qt::Key_Minus); // the chip keeps the keyboard
        QVERIFY2(spoken(1).startsWith(u"Stands for: -hour:22..5. Space"_s), qPrintable(spoken(1)));
        Bar::press(Qt::Key_Left);
        expression = u"\"a\u202Eb\""_s; // it was saved again
        Bar::press(Qt::Key_Right);
        QVERIFY2(spoken(1).contains(u"a<U+202E>b"_s), qPrintable(spoken(1)));

        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(window.chips()[1], &event);
        auto *menu = window.bar->findChild<QMenu *>(u"termMenu"_s);
        QVERIFY(menu && menu->isVisible());
        const auto *meaning = menu->findChild<QAction *>(u"termMeaning"_s);
        QVERIFY(meaning && !meaning->isEnabled());
        QVERIFY2(meaning->text().startsWith(u"Stands for: -"_s) && meaning->text().contains(u"a<U+202E>b"_s),
                 qPrintable(meaning->text()));
        menu->close();
    }

    void turnsATermOffAndOnInItsPlace()
    {
        Bar window(u"a op:auth c"_s);
        window.click(1, OnMark);
        QCOMPARE(window.filter.text(), u"a c"_s);
        QCOMPARE(window.names(), QStringList({u"a"_s, u"op:auth"_s, u"c"_s}));
        QVERIFY(!window.chips()[1]->isChecked() && window.chips()[0]->isChecked());
        window.click(1, OnMark);
        QCOMPARE(window.filter.text(), u"a op:auth c"_s);
        QVERIFY(window.chips()[1]->isChecked());
    }

    void isMirroredWithTheWindow()
    {
        Bar window(u"a op:auth c"_s);
        window.window.setLayoutDirection(Qt::RightToLeft);
        const QList<TermChip *> chips = window.chips();
        QCOMPARE(chips[0]->geometry().right(), window.bar->width() - 1);
        QVERIFY(chips[1]->geometry().right() < chips[0]->geometry().left());
        QVERIFY(chips[2]->geometry().right() < chips[1]->geometry().left());
        window.click(1, -OnMark);
        QVERIFY(!window.chips()[1]->isChecked());
        window.click(2, -OnText, Qt::AltModifier);
        QCOMPARE(window.names()[2], u"-c"_s);
        window.chips()[0]->setFocus();
        Bar::press(Qt::Key_Left); // where the next one is
        QVERIFY(window.chips()[1]->hasFocus());
        Bar::press(Qt::Key_Right);
        QVERIFY(window.chips()[0]->hasFocus());
        window.click(0, -OnCross);
        QCOMPARE(window.chips().size(), 2);
    }

    void removesByTheCross()
    {
        Bar window(u"a op:auth c"_s);
        window.click(1, OnCross);
        QCOMPARE(window.filter.text(), u"a c"_s);
        QCOMPARE(window.names(), QStringList({u"a"_s, u"c"_s}));
    }

    void negatesByAltClick()
    {
        Bar window(u"a op:auth"_s);
        window.click(1, OnText, Qt::AltModifier);
        QCOMPARE(window.filter.text(), u"a -op:auth"_s);
        window.click(1, OnText, Qt::AltModifier);
        QCOMPARE(window.filter.text(), u"a op:auth"_s);
    }

    void opensATermForEditingWhereItStands()
    {
        Bar window(u"a   AND  op=auth c"_s);
        QSignalSpy edits(window.bar, &TermBar::editRequested);
        window.click(1, OnText);
        QCOMPARE(edits.size(), 1);
        const auto range = edits.first().first().value<Filter::SourceRange>();
        QCOMPARE(window.filter.text().mid(range.position, range.length), u"op=auth"_s);
        QCOMPARE(window.filter.text(), u"a   AND  op=auth c"_s);
    }

    void turnsATermOnBeforeItIsEdited()
    {
        Bar window(u"a op:auth"_s);
        window.click(0, OnMark);
        QSignalSpy edits(window.bar, &TermBar::editRequested);
        window.click(0, OnText);
        QCOMPARE(window.filter.text(), u"a op:auth"_s);
        QCOMPARE(edits.first().first().value<Filter::SourceRange>(), (Filter::SourceRange{0, 1}));
    }

    void doesEverythingByKeys()
    {
        Bar window(u"a op:auth c"_s);
        window.chips()[0]->setFocus();
        Bar::press(Qt::Key_Right);
        QVERIFY(window.chips()[1]->hasFocus());
        Bar::press(Qt::Key_Space);
        QCOMPARE(window.filter.text(), u"a c"_s);
        QVERIFY(window.chips()[1]->hasFocus());
        Bar::press(Qt::Key_Space);
        Bar::press(Qt::Key_Minus);
        QCOMPARE(window.filter.text(), u"a -op:auth c"_s);
        QSignalSpy edits(window.bar, &TermBar::editRequested);
        Bar::press(Qt::Key_Return);
        Bar::press(Qt::Key_F2);
        QCOMPARE(edits.size(), 2);
        Bar::press(Qt::Key_Delete);
        QCOMPARE(window.filter.text(), u"a c"_s);
        QVERIFY(window.chips()[1]->hasFocus()); // the next one
        Bar::press(Qt::Key_End);
        Bar::press(Qt::Key_Delete);
        QVERIFY(window.chips()[0]->hasFocus());
        QSignalSpy left(window.bar, &TermBar::left);
        Bar::press(Qt::Key_Delete);
        QVERIFY(window.filter.text().isEmpty());
        QCOMPARE(left.size(), 1);
    }

    void isOneStopOfTheTabKey()
    {
        Bar window(u"a op:auth c"_s);
        window.chips()[0]->setFocus();
        Bar::press(Qt::Key_Right);
        Bar::press(Qt::Key_Tab);
        QVERIFY(window.after->hasFocus());
        QTest::keyClick(window.after, Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(window.chips()[1]->hasFocus());
    }

    void escapeLeaves()
    {
        Bar window(u"a"_s);
        QSignalSpy left(window.bar, &TermBar::left);
        window.chips()[0]->setFocus();
        Bar::press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void listsWhatHasNoRoom()
    {
        QStringList terms;
        for (int number = 0; number < 100; ++number)
            terms += u"actor:=somebody%1@example.com"_s.arg(number);
        Bar window(terms.join(u' '), 500);
        const auto shown = window.chips().size();
        QVERIFY(shown >= 1 && shown < 4);
        QCOMPARE(window.more()->text(), u"+%1"_s.arg(100 - shown));
        QVERIFY(window.more()->geometry().right() <= window.bar->width());
        window.more()->click();
        auto *menu = window.bar->findChild<QMenu *>(u"moreTermsMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QAction *first = menu->actions().constFirst();
        QCOMPARE(first->text(), terms[shown]);
        for (QAction *action : first->menu()->actions()) {
            if (action->objectName() == "removeTerm"_L1)
                action->trigger();
        }
        menu->close();
        QVERIFY(!window.filter.text().contains(terms[shown] + u' '));
        window.window.resize(1800, 90);
        QTRY_VERIFY(window.chips().size() > shown);
    }

    void aLongTermIsWholeWhereThereIsRoom()
    {
        Bar window(u"created:2026-11-17T12:00..2026-11-17T18:30:15.5 op:auth"_s, 1200);
        QCOMPARE(window.chips().size(), 2);
        const TermChip *term = window.chips()[0];
        QVERIFY(term->wholeWidth() > term->sizeHint().width()); // else there is nothing to cut
        QCOMPARE(term->width(), term->wholeWidth());
        QCOMPARE(window.chips()[1]->width(), window.chips()[1]->wholeWidth());
        QVERIFY(window.chips()[1]->geometry().left() > term->geometry().right());

        // Less room: all of it is used, and the other term stays.
        const int narrow = term->sizeHint().width() + window.chips()[1]->width() + 20;
        window.window.resize(window.window.width() - window.bar->width() + narrow, 90);
        QTRY_COMPARE(window.bar->width(), narrow);
        QCOMPARE(window.chips().size(), 2);
        QVERIFY(term->width() >= term->sizeHint().width() && term->width() < term->wholeWidth());
        QCOMPARE(window.chips()[1]->geometry().right(), window.bar->width() - 1);
        window.window.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(window.chips()[0]->geometry().right(), window.bar->width() - 1);
        QCOMPARE(window.chips()[1]->geometry().left(), 0);
    }

    void longTermsLeaveRoomForOthers()
    {
        Bar window(u"created:2026-11-17T12:00..2026-11-17T18:30:15.5 op:auth c"_s, 500);
        QCOMPARE(window.chips().size(), 3);
        QVERIFY(window.chips()[0]->width() < window.chips()[0]->wholeWidth());
        QVERIFY(window.bar->rect().contains(window.chips()[2]->geometry()));
    }

    void hostileTextIsCutAndShownAsItIs()
    {
        const QString evil = u"<b>\u202Ex</b>\n"_s + QString(60'000, u'W');
        Bar window(u"a"_s);
        window.filter.setTree(Filter::makeNode(Filter::Text{evil.toStdString()}));
        QCOMPARE(window.chips().size(), 1);
        QVERIFY(window.bar->rect().contains(window.chips()[0]->geometry()));
        QVERIFY(window.chips()[0]->accessibleName().contains(u"<b><U+202E>x</b><LF>"_s));
        QVERIFY(window.chips()[0]->accessibleName().size() < 1'000);
        QVERIFY(!window.chips()[0]->toolTip().contains(u"<b>"_s));
        QCOMPARE(window.bar->minimumSizeHint().width(), 0);
    }

    void tellsAssistiveTechnologyStateAndPress()
    {
        Bar window(u"a op:auth"_s);
        QAccessibleInterface *chip = QAccessible::queryAccessibleInterface(window.chips()[1]);
        QVERIFY(chip);
        QCOMPARE(chip->text(QAccessible::Name), u"Filter term: op:auth"_s);
        QVERIFY(!chip->text(QAccessible::Description).isEmpty());
        QVERIFY(chip->state().checkable && chip->state().checked);
        chip->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(window.filter.text(), u"a"_s);
        QVERIFY(!chip->state().checked);
    }

    void offersAMenu()
    {
        Bar window(u"a op:auth"_s);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(window.chips()[1], &event);
        auto *menu = window.bar->findChild<QMenu *>(u"termMenu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->findChild<QAction *>(u"negateTerm"_s)->trigger();
        QCOMPARE(window.filter.text(), u"a -op:auth"_s);
        menu->close();
    }

    void aMenuChangesNoOtherTermThanItsOwn()
    {
        Bar window(u"a op:auth"_s);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(window.chips()[1], &event);
        auto *menu = window.bar->findChild<QMenu *>(u"termMenu"_s);
        QVERIFY(menu && menu->isVisible());
        window.filter.setText(u"a b c"_s); // meanwhile, by a zoom that was still to come
        menu->findChild<QAction *>(u"removeTerm"_s)->trigger();
        QCOMPARE(window.filter.text(), u"a b c"_s);
        window.filter.setText(u"a"_s);
        menu->findChild<QAction *>(u"negateTerm"_s)->trigger();
        QCOMPARE(window.filter.text(), u"a"_s);
        menu->close();
    }
};

TRAILGLASS_GUI_TEST(TermBarTest)
#include "tst_termbar.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/common/theme.h"
#include "views/sources/fieldnote.h"
#include "views/sources/secreteditor.h"
#include "views/sources/sourcedialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// The dialog of a source while it tests and saves, and what its inputs do with a wheel and with what cannot
/// be seen.
class SourceWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyAppearance(Appearance::Light); }
    void init();
    void endsATestWhenSomethingIsEdited();
    void showsNoResultOfWhatWasTypedBefore();
    void staysWhileASourceIsSaved();
    void leavesUnfocusedInputsToTheScrollingForm_data();
    void leavesUnfocusedInputsToTheScrollingForm();
    void turnsADateByTheWheelOnlyWithTheKeyboardOnIt();
    void showsWhatAnInputHides();
    void showsWhatThePlaceOfAKeyHides();

private:
    template <class Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return m_dialog->findChild<QStackedWidget *>(u"pages"_s)->currentWidget()->findChild<Widget *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QString said() const { return m_dialog->findChild<MessageStrip *>()->text(); }
    static ConnectionResult works() { return {ConnectionResult::Kind::Works, u"It works."_s}; }

    std::unique_ptr<SourceDialog> m_dialog;
};

namespace {

/// As a wheel does it: through the window, to whatever is under it.
void turnWheel(QWidget *widget)
{
    const QPointF place = widget->rect().center();
    QWheelEvent event(place, widget->mapToGlobal(place), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::instance()->notify(widget, &event);
}

} // namespace

void SourceWorkTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_dialog = std::make_unique<SourceDialog>();
    m_dialog->show();
    m_dialog->findChild<QAbstractButton *>(u"sourceType_asana"_s)->click();
    find<QLineEdit>(u"sourceName"_s)->setText(u"team"_s);
    find<QWidget>(u"setting_workspace_gid"_s)->findChild<QLineEdit *>(u"input"_s)->setText(u"12"_s);
    find<QLineEdit>(u"secret"_s)->setText(u"made-up"_s);
}

void SourceWorkTest::endsATestWhenSomethingIsEdited()
{
    QSignalSpy cancels(m_dialog.get(), &SourceDialog::testCancelled);
    button(u"test"_s)->click();
    QVERIFY(!said().isEmpty());

    QTest::keyClicks(find<QLineEdit>(u"secret"_s), u"xy"_s);

    QCOMPARE(cancels.size(), 1);
    QCOMPARE(said(), QString());
    m_dialog->showTested({ConnectionResult::Kind::Dismissed, u"Cancelled."_s});
    QCOMPARE(said(), QString());
    QVERIFY(button(u"test"_s)->isEnabled());
}

void SourceWorkTest::showsNoResultOfWhatWasTypedBefore()
{
    button(u"test"_s)->click();
    find<QLineEdit>(u"sourceName"_s)->setText(u"other"_s);
    m_dialog->showTested(works()); // it was quicker than the cancel
    QCOMPARE(said(), QString());

    button(u"test"_s)->click();
    m_dialog->showTested(works());
    QVERIFY(!said().isEmpty());
    QTest::keyClick(find<QLineEdit>(u"sourceName"_s), Qt::Key_X);
    QCOMPARE(said(), QString());
}

void SourceWorkTest::staysWhileASourceIsSaved()
{
    button(u"save"_s)->click();
    QVERIFY2(said().contains(u"keychain"_s), qPrintable(said()));

    QVERIFY(!button(u"cancel"_s)->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    m_dialog->close();
    QVERIFY(m_dialog->isVisible());

    m_dialog->showSaved(Error{ErrorKind::SecretDenied, u"Refused."_s});
    QVERIFY(button(u"cancel"_s)->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void SourceWorkTest::leavesUnfocusedInputsToTheScrollingForm_data()
{
    QTest::addColumn<bool>("focused");
    QTest::newRow("elsewhere") << false;
    QTest::newRow("on it") << true;
}

void SourceWorkTest::leavesUnfocusedInputsToTheScrollingForm()
{
    QFETCH(const bool, focused);
    m_dialog->resize(500, 250);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    auto *area =
        qobject_cast<QScrollArea *>(m_dialog->findChild<QStackedWidget *>(u"pages"_s)->currentWidget());
    auto *place = find<QComboBox>(u"place"_s);
    (focused ? static_cast<QWidget *>(place) : find<QLineEdit>(u"sourceName"_s))->setFocus();
    area->verticalScrollBar()->setValue(0);
    QVERIFY(area->verticalScrollBar()->maximum() > 0);

    turnWheel(place);

    QCOMPARE(place->currentIndex(), 0);
    QVERIFY(area->verticalScrollBar()->value() > 0);
    QCOMPARE(place->hasFocus(), focused);
}

void SourceWorkTest::turnsADateByTheWheelOnlyWithTheKeyboardOnIt()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QLineEdit(&window);
    const QDateTime noon(QDate(2026, 3, 15), QTime(12, 0));
    auto *date = new QDateTimeEdit(noon, &window);
    layout->addWidget(other);
    layout->addWidget(date);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();

    turnWheel(date);
    QCOMPARE(date->dateTime(), noon);
    QVERIFY(other->hasFocus());
    date->setFocus(Qt::TabFocusReason);
    turnWheel(date);
    QVERIFY(date->dateTime() != noon);
}

void SourceWorkTest::showsWhatAnInputHides()
{
    m_dialog->findChild<QPushButton *>(u"back"_s)->click();
    m_dialog->findChild<QAbstractButton *>(u"sourceType_nected"_s)->click();
    auto *editor = find<QWidget>(u"setting_search"_s);
    auto *note = editor->findChild<FieldNote *>();
    const QString help = note->text();

    editor->findChild<QLineEdit *>(u"input"_s)->setText(u"a\u202Egnp.exe"_s);
    QVERIFY2(note->text().startsWith(u"Current value: a<U+202E>gnp.exe\n"_s), qPrintable(note->text()));
    QCOMPARE(note->textFormat(), Qt::PlainText);
    editor->findChild<QLineEdit *>(u"input"_s)->setText(u"zoë"_s);
    QCOMPARE(note->text(), help);
}

void SourceWorkTest::showsWhatThePlaceOfAKeyHides()
{
    auto *editor = find<SecretEditor>(u"secret_access_token"_s);
    auto *note = editor->findChild<FieldNote *>();
    find<QLineEdit>(u"secret"_s)->setText(u"to\u202Eken"_s);
    QVERIFY(!note->text().contains(u"ken"_s)); // never of the secret itself
    auto *place = find<QComboBox>(u"place"_s);
    place->setCurrentIndex(place->findData(int(SecretReference::Kind::File)));
    find<QLineEdit>(u"reference"_s)->setText(u"/a\u200Bb"_s);
    QVERIFY2(note->text().contains(u"/a<U+200B>b"_s), qPrintable(note->text()));
}

TRAILGLASS_GUI_TEST(SourceWorkTest)
#include "tst_sourcework.moc"

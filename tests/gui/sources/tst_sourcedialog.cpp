// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sourcetext.h"
#include "models/sources/source.h"
#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/sources/fieldnote.h"
#include "views/sources/sourcedialog.h"
#include "views/sources/sourceform.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

constexpr auto MadeUpToken = "1/made-up:token";

ExistingSource storedAsana()
{
    return {.name = u"team"_s,
            .type = u"asana"_s,
            .settings = {{u"workspace_gid"_s, u"1200000000000001"_s}},
            .secrets = {{u"access_token"_s, SecretReference{}}}};
}

Error keychainLocked()
{
    return {ErrorKind::SecretDenied, u"The keychain is locked."_s};
}

} // namespace

class SourceDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The platform without a screen says of every window that it cannot hand on its size limits.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void leadsFromTheProductToItsForm_data()
    {
        QTest::addColumn<QString>("type");
        for (const Source *source : allSources())
            QTest::newRow(qPrintable(source->type().name)) << source->type().name;
    }

    void leadsFromTheProductToItsForm()
    {
        QFETCH(QString, type);
        SourceDialog dialog;
        dialog.show();
        QVERIFY(!child<QPushButton>(dialog, u"save")->isVisible());
        QTest::keyClick(child<QWidget>(dialog, u"sourceType_"_s + type), Qt::Key_Return);
        const SourceType &description = findSource(type)->type();
        for (const SettingField &field : description.settings)
            QVERIFY2(input(dialog, field.key), qPrintable(field.key));
        for (const SecretField &field : description.secrets) {
            const auto *secret = secretLine(dialog, field.key);
            QCOMPARE(secret->echoMode(), QLineEdit::Password);
            QCOMPARE(note(dialog, u"secret_"_s + field.key)->text(), field.help);
        }
        QVERIFY(child<QPushButton>(dialog, u"save")->isVisible());
        QVERIFY(dialog.windowTitle().contains(description.displayName));
    }

    void asksToSaveWhatWasTyped()
    {
        SourceDialog dialog;
        openAsana(dialog);
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        fillIn(dialog);
        press(dialog, u"save");
        QCOMPARE(saves.count(), 1);
        const auto asked = saves.first().first().value<EnteredSource>();
        QCOMPARE(asked.name, u"team"_s);
        QCOMPARE(asked.type, u"asana"_s);
        const QMap<QString, QString> settings{{u"workspace_gid"_s, u"1200000000000001"_s}};
        QCOMPARE(asked.settings, settings);
        const EnteredSecret secret = asked.secrets.value(u"access_token"_s);
        QCOMPARE(secret.reference.kind, SecretReference::Kind::Keychain);
        QCOMPARE(secret.value->reveal(), QByteArray(MadeUpToken));
        QVERIFY(!child<QPushButton>(dialog, u"save")->isEnabled());
    }

    void saysWhatIsMissingAtItsField()
    {
        SourceDialog dialog;
        openAsana(dialog);
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        press(dialog, u"save");
        QCOMPARE(saves.count(), 0);
        QVERIFY(note(dialog, u"setting_workspace_gid"_s)->error().startsWith(u"Required"));
        QVERIFY(note(dialog, u"secret_access_token"_s)->error().startsWith(u"Required"));
        QVERIFY(dialog.focusWidget() == input(dialog, u"workspace_gid"_s));
    }

    void checksSettingsWhileTyping_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        QTest::newRow("digits") << u"asana"_s << u"workspace_gid"_s << u"12a"_s << false;
        QTest::newRow("good digits") << u"asana"_s << u"workspace_gid"_s << u"12"_s << true;
        QTest::newRow("days") << u"asana"_s << u"initial_days"_s << u"-1"_s << false;
        QTest::newRow("time") << u"asana"_s << u"start_at"_s << u"yesterday"_s << false;
        QTest::newRow("a date") << u"asana"_s << u"start_at"_s << u"2026-11-20"_s << true;
        QTest::newRow("JSON") << u"secoda"_s << u"filter"_s << u"{\"a\":"_s << false;
        QTest::newRow("http elsewhere") << u"paradime"_s << u"endpoint"_s << u"http://a.example/x"_s << false;
        QTest::newRow("http here") << u"paradime"_s << u"endpoint"_s << u"http://127.0.0.1:8/x"_s << true;
        QTest::newRow("an open choice") << u"secoda"_s << u"base_url"_s << u"https://on.prem"_s << true;
        QTest::newRow("a line break") << u"nected"_s << u"search"_s << u"a\nb"_s << false;
    }

    void checksSettingsWhileTyping()
    {
        QFETCH(QString, type);
        QFETCH(QString, key);
        QFETCH(QString, typed);
        QFETCH(bool, good);
        SourceDialog dialog;
        dialog.show();
        child<QAbstractButton>(dialog, u"sourceType_"_s + type)->click();
        setInput(dialog, key, typed);
        const QString error = note(dialog, u"setting_"_s + key)->error();
        QCOMPARE(error.isEmpty(), good);
        QVERIFY(!key.contains(u'_') || !error.contains(key)); // the label stands in its place
    }

    void namesSettingsThatDoNotFitTogetherByTheirLabels()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        setInput(dialog, u"start_at"_s, u"2026-11-20"_s);
        setInput(dialog, u"end_at"_s, u"2026-11-19"_s);
        press(dialog, u"save");
        QCOMPARE(strip(dialog)->text(), u"“From” must be earlier than “Until”."_s);
        setInput(dialog, u"end_at"_s, u"2026-11-21"_s);
        QCOMPARE(strip(dialog)->text(), QString()); // what was said is no longer true
    }

    void refusesSecretsThatWouldBreakARequest_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("line break at the end") << u"token\n"_s;
        QTest::newRow("tab") << u"to\tken"_s;
        QTest::newRow("null") << u"to"_s + QChar(0) + u"ken"_s;
        QTest::newRow("space at the start") << u" token"_s;
    }

    void refusesSecretsThatWouldBreakARequest()
    {
        QFETCH(QString, typed);
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        secretLine(dialog, u"access_token"_s)->setText(typed);
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        press(dialog, u"save");
        QCOMPARE(saves.count(), 0);
        const QString error = note(dialog, u"secret_access_token"_s)->error();
        QVERIFY(!error.isEmpty());
        QVERIFY(!error.contains(u"ken"));
    }

    void neverSpeaksASecret()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        auto *line = secretLine(dialog, u"access_token"_s);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(line);
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            QVERIFY(!accessible->text(kind).contains(QLatin1StringView(MadeUpToken)));
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            QVERIFY(!widget->accessibleName().contains(QLatin1StringView(MadeUpToken)));
            QVERIFY(!widget->toolTip().contains(QLatin1StringView(MadeUpToken)));
        }
    }

    void keepsTheRestWhenTheProductIsChosenAgain()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        press(dialog, u"back");
        child<QAbstractButton>(dialog, u"sourceType_nected"_s)->click();
        press(dialog, u"back");
        child<QAbstractButton>(dialog, u"sourceType_asana"_s)->click();
        QCOMPARE(secretLine(dialog, u"access_token"_s)->text(), QLatin1StringView(MadeUpToken));
    }

    void offersTheSessionWhenTheKeychainRefuses()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        press(dialog, u"save");
        dialog.showSaved(keychainLocked());
        QCOMPARE(strip(dialog)->text(), u"The keychain is locked."_s);
        QCOMPARE(secretLine(dialog, u"access_token"_s)->text(), QLatin1StringView(MadeUpToken));

        strip(dialog)->findChild<QPushButton *>(u"messageAction"_s)->click();
        QCOMPARE(saves.count(), 2);
        const auto again = saves.last().first().value<EnteredSource>().secrets.value(u"access_token"_s);
        QCOMPARE(again.reference.kind, SecretReference::Kind::Session);
        QCOMPARE(again.value->reveal(), QByteArray(MadeUpToken));
        dialog.showSaved({});
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void takesVariablesAndFilesAsPlaces_data()
    {
        QTest::addColumn<SecretReference::Kind>("kind");
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("good");
        using Kind = SecretReference::Kind;
        QTest::newRow("variable") << Kind::Environment << u"ASANA_TOKEN"_s << true;
        QTest::newRow("the token itself") << Kind::Environment << u"1/2:abc"_s << false;
        QTest::newRow("file") << Kind::File << u"/run/secrets/asana"_s << true;
        QTest::newRow("relative path") << Kind::File << u"asana"_s << false;
        QTest::newRow("nothing") << Kind::File << QString() << false;
    }

    void takesVariablesAndFilesAsPlaces()
    {
        QFETCH(SecretReference::Kind, kind);
        QFETCH(QString, place);
        QFETCH(bool, good);
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        auto *editor = child<QWidget>(dialog, u"secret_access_token"_s);
        auto *places = editor->findChild<QComboBox *>(u"place"_s);
        places->setCurrentIndex(places->findData(int(kind)));
        editor->findChild<QLineEdit *>(u"reference"_s)->setText(place);
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        press(dialog, u"save");
        QCOMPARE(saves.count(), good ? 1 : 0);
        if (!good) {
            QVERIFY(place.isEmpty() || !note(dialog, u"secret_access_token"_s)->error().contains(place));
            return;
        }
        const auto secret = saves.first().first().value<EnteredSource>().secrets.value(u"access_token"_s);
        QCOMPARE(secret.reference, (SecretReference{kind, place}));
        QVERIFY(!secret.value);
    }

    void keepsAStoredSecretUnlessAnotherIsTyped()
    {
        SourceDialog dialog(storedAsana());
        dialog.show();
        QVERIFY(!child<QLineEdit>(dialog, u"sourceName"_s)->isEnabled());
        QVERIFY(secretLine(dialog, u"access_token"_s)->placeholderText().contains(u"Kept in the keychain"));
        QSignalSpy saves(&dialog, &SourceDialog::saveRequested);
        press(dialog, u"save");
        const auto asked = saves.first().first().value<EnteredSource>();
        QCOMPARE(asked.name, u"team"_s);
        QCOMPARE(asked.settings, storedAsana().settings);
        QVERIFY(!asked.secrets.value(u"access_token"_s).value);
    }

    void showsWhatATestFound()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        QSignalSpy tests(&dialog, &SourceDialog::testRequested);
        QSignalSpy cancels(&dialog, &SourceDialog::testCancelled);
        press(dialog, u"test");
        QCOMPARE(tests.count(), 1);
        strip(dialog)->findChild<QPushButton *>(u"messageAction"_s)->click();
        QCOMPARE(cancels.count(), 1);
        dialog.showTested({ConnectionResult::Kind::Dismissed, u"Cancelled."_s});
        QCOMPARE(strip(dialog)->text(), QString());

        press(dialog, u"test");
        ConnectionReport report;
        report.rows = 25;
        report.latest = UtcMicros{1'763'720'000 * UtcMicros::PerSecond};
        dialog.showTested(connectionResult(report, 0, QTimeZone::utc()));
        QCOMPARE(
            strip(dialog)->text(),
            u"Connection works. The test page contained 25 event(s), the newest from 2025-11-21 10:13:20 UTC."_s);
    }

    void showsTheVendorsWordsAsText()
    {
        const QString hostile = u"<img src='http://evil.example/x'><b>no</b>\u202E"_s;
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        press(dialog, u"test");
        ConnectionReport report;
        report.error = Error{ErrorKind::Unauthorized, hostile};
        dialog.showTested(connectionResult(report, 0, QTimeZone::utc()));
        auto *label = strip(dialog)->findChild<QLabel *>(u"messageText"_s);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), u"<img src='http://evil.example/x'><b>no</b><U+202E>"_s);
    }

    void endsATestWhenItIsClosed()
    {
        SourceDialog dialog;
        openAsana(dialog);
        fillIn(dialog);
        press(dialog, u"test");
        QSignalSpy cancels(&dialog, &SourceDialog::testCancelled);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(cancels.count(), 1);
        QVERIFY(!dialog.isVisible());
    }

private:
    template <class Widget>
    static Widget *child(const QWidget &parent, const QString &name)
    {
        return parent.findChild<Widget *>(name);
    }
    template <class Widget, std::size_t Size>
    static Widget *child(const QWidget &parent, const char16_t (&name)[Size])
    {
        return parent.findChild<Widget *>(QString::fromUtf16(name));
    }
    static QWidget *page(const SourceDialog &dialog)
    {
        return dialog.findChild<QStackedWidget *>(u"pages"_s)->currentWidget();
    }
    static QWidget *input(const SourceDialog &dialog, const QString &key)
    {
        return page(dialog)->findChild<QWidget *>(u"setting_"_s + key)->findChild<QWidget *>(u"input"_s);
    }
    static QLineEdit *secretLine(const SourceDialog &dialog, const QString &key)
    {
        return page(dialog)->findChild<QWidget *>(u"secret_"_s + key)->findChild<QLineEdit *>(u"secret"_s);
    }
    static FieldNote *note(const SourceDialog &dialog, const QString &editor)
    {
        return page(dialog)->findChild<QWidget *>(editor)->findChild<FieldNote *>();
    }
    static MessageStrip *strip(const SourceDialog &dialog) { return dialog.findChild<MessageStrip *>(); }
    static void setInput(const SourceDialog &dialog, const QString &key, const QString &text)
    {
        QWidget *widget = input(dialog, key);
        if (auto *choices = qobject_cast<QComboBox *>(widget))
            choices->setEditText(text);
        else
            qobject_cast<QLineEdit *>(widget)->setText(text);
    }
    template <std::size_t Size>
    static void press(const SourceDialog &dialog, const char16_t (&name)[Size])
    {
        child<QPushButton>(dialog, name)->click();
    }
    static void openAsana(SourceDialog &dialog)
    {
        dialog.show();
        child<QAbstractButton>(dialog, u"sourceType_asana")->click();
    }
    static void fillIn(const SourceDialog &dialog)
    {
        page(dialog)->findChild<QLineEdit *>(u"sourceName"_s)->setText(u"team"_s);
        setInput(dialog, u"workspace_gid"_s, u"1200000000000001"_s);
        secretLine(dialog, u"access_token"_s)->setText(QLatin1StringView(MadeUpToken));
    }
};

TRAILGLASS_GUI_TEST(SourceDialogTest)
#include "tst_sourcedialog.moc"

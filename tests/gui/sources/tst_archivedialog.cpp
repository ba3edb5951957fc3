// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/common/wrappedlabel.h"
#include "views/sources/archivedialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

using Kind = SecretReference::Kind;
using Purpose = ArchiveDialog::Purpose;

/// The dialog that asks for an archive.
class ArchiveDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnAddressMeansWhileItIsTyped()
    {
        make();
        QVERIFY(!openButton()->isEnabled());
        QVERIFY(note().contains(u"https://user@host"_s)); // how it is written
        address()->setText(u"ftp://host"_s);
        QVERIFY(!openButton()->isEnabled());
        QCOMPARE(note(), u"No archive is there."_s);
        address()->setText(u"  https://ann@host/audit "_s);
        QVERIFY(openButton()->isEnabled());
        QCOMPARE(note(), u"Ann at the host."_s);
        address()->clear();
        QVERIFY(!openButton()->isEnabled());
    }

    void givesWhatWasEntered_data()
    {
        QTest::addColumn<Kind>("place");
        QTest::addColumn<QString>("typed");
        QTest::newRow("typed, for the keychain") << Kind::Keychain << u"s3cret"_s;
        QTest::newRow("typed, for this session") << Kind::Session << u"s3cret"_s;
        QTest::newRow("a variable") << Kind::Environment << u"ARCHIVE_KEY"_s;
        QTest::newRow("a file") << Kind::File << u"/run/keys/archive"_s;
    }
    void givesWhatWasEntered()
    {
        QFETCH(const Kind, place);
        QFETCH(const QString, typed);
        const bool isTyped = place == Kind::Keychain || place == Kind::Session;
        make();
        address()->setText(u" https://ann@host/audit "_s);
        auto *places = m_dialog->findChild<QComboBox *>(u"place"_s);
        places->setCurrentIndex(places->findData(int(place)));
        m_dialog->findChild<QLineEdit *>(isTyped ? u"secret"_s : u"reference"_s)->setText(typed);

        const EnteredArchive entered = open();

        QCOMPARE(entered.address, u"https://ann@host/audit"_s);
        QVERIFY(entered.key);
        QCOMPARE(entered.key->reference, (SecretReference{place, isTyped ? QString() : typed}));
        QCOMPARE(entered.key->value.has_value(), isTyped);
        if (isTyped)
            QCOMPARE(entered.key->value->reveal(), "s3cret");
    }

    void leavesAKeyThatIsNotEnteredToTheKeychain()
    {
        make(u"https://ann@host/audit"_s);
        QVERIFY(!open().key);
    }

    void beginsWithWhatIsKnown()
    {
        make(u"https://ann@host/audit"_s, SecretReference{Kind::Environment, u"ARCHIVE_KEY"_s});
        QVERIFY(openButton()->isEnabled());

        const EnteredArchive entered = open();

        QCOMPARE(entered.address, u"https://ann@host/audit"_s);
        QVERIFY(entered.key);
        QCOMPARE(entered.key->reference, (SecretReference{Kind::Environment, u"ARCHIVE_KEY"_s}));
    }

    void asksForNothingWhileTheKeyCannotBe()
    {
        make(u"https://ann@host/audit"_s);
        m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"two\tlines"_s);
        const QSignalSpy requested(m_dialog.get(), &ArchiveDialog::openRequested);
        openButton()->click();
        QCOMPARE(requested.size(), 0);
        QVERIFY(m_dialog->isVisible());
    }

    void canBeTriedAgainAfterAFailure()
    {
        make(u"https://ann@host/audit"_s);
        m_dialog->findChild<QLineEdit *>(u"secret"_s)->setText(u"wrong"_s);
        m_dialog->showConnecting();
        QVERIFY(!openButton()->isEnabled());
        QVERIFY(!address()->isEnabled());
        QVERIFY(!m_dialog->findChild<QLineEdit *>(u"secret"_s)->isEnabled());

        m_dialog->showProblem(u"<b>The key is wrong.</b>"_s);

        auto *strip = m_dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
        QCOMPARE(strip->text(), u"<b>The key is wrong.</b>"_s);
        QVERIFY(openButton()->isEnabled());
        QCOMPARE(address()->text(), u"https://ann@host/audit"_s);
        QCOMPARE(open().key->value->reveal(), "wrong"); // as it was typed
    }

    void showsWhatIsKnownWhileTheServerIsAway()
    {
        make(u"https://ann@host/audit"_s);
        QVERIFY(!knownList()->isVisible());
        m_dialog->showConnecting();

        showKnown();

        auto *strip = m_dialog->findChild<MessageStrip *>(u"archiveProblem"_s);
        QCOMPARE(strip->text(), u"<b>Nobody</b> responds."_s);
        QVERIFY(knownTitle()->isVisible() && knownList()->isVisible());
        QCOMPARE(knownTitle()->text(), u"Read on <U+202E>Friday"_s);
        QCOMPARE(knownTitle()->textFormat(), Qt::PlainText);
        QCOMPARE(knownList()->topLevelItem(0)->child(0)->text(0), u"<b>work</b>"_s);
        QVERIFY(openButton()->isEnabled()); // it may be another archive, or another key

        QSignalSpy requested(m_dialog.get(), &ArchiveDialog::openRequested);
        strip->findChild<QPushButton *>(u"messageAction"_s)->click();
        QCOMPARE(requested.size(), 1);
    }

    void offersToTryAgainOnlyWithAValidAddress()
    {
        make(u"https://ann@host/audit"_s);
        showKnown();
        auto *again = m_dialog->findChild<QPushButton *>(u"messageAction"_s);
        QVERIFY(again->isVisible() && again->isEnabled());
        address()->setText(u"https://ann@"_s);
        QVERIFY(again->isVisible() && !again->isEnabled());
        address()->setText(u"https://ann@host/audit"_s);
        QVERIFY(again->isEnabled());

        QSignalSpy requested(m_dialog.get(), &ArchiveDialog::openRequested);
        again->click();
        QCOMPARE(requested.size(), 1);
    }

    void whatIsKnownGoesWithTheServersOwnResponseOrAnotherAddress_data()
    {
        QTest::addColumn<QString>("address"); // empty: the server responds
        QTest::newRow("the server responds") << QString();
        QTest::newRow("another archive") << u"https://ann@host/audit2"_s;
    }
    void whatIsKnownGoesWithTheServersOwnResponseOrAnotherAddress()
    {
        QFETCH(const QString, address);
        make(u"https://ann@host/audit"_s);
        showKnown();
        QVERIFY(knownList()->isVisible());

        if (address.isEmpty())
            m_dialog->showProblem(u"The key is wrong."_s);
        else
            m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s)->setText(address);

        QVERIFY(!knownTitle()->isVisible() && !knownList()->isVisible());
    }

    void asksForOneToPushInto()
    {
        m_dialog = std::make_unique<ArchiveDialog>(u"https://ann@host/audit"_s, std::nullopt, annOnly,
                                                   nullptr, ArchiveDialog::Purpose::Push);
        m_dialog->show();
        QCOMPARE(openButton()->text(), u"&Push"_s);
        QCOMPARE(open().address, u"https://ann@host/audit"_s);

        m_dialog->showWork(u"1 of 2 rows pushed"_s);

        QVERIFY(!openButton()->isEnabled());
        QCOMPARE(m_dialog->findChild<MessageStrip *>(u"archiveProblem"_s)->text(), u"1 of 2 rows pushed"_s);
        m_dialog->showProblem(u"Your user may only read."_s);
        QVERIFY(openButton()->isEnabled());
    }

    void isAsHighAsItsTexts_data()
    {
        QTest::addColumn<Purpose>("purpose");
        QTest::newRow("to open") << Purpose::Open;
        QTest::newRow("to push into") << Purpose::Push;
    }
    void isAsHighAsItsTexts()
    {
        QFETCH(const Purpose, purpose);
        m_dialog = std::make_unique<ArchiveDialog>(u"https://ann@host/audit"_s, std::nullopt, annOnly,
                                                   nullptr, purpose);
        m_dialog->resize(360, 1); // as narrow and as low as it can be
        m_dialog->show();

        m_dialog->showProblem(
            u"The server has answered, but not as the server of an archive does. "_s.repeated(4));

        int shown = 0;
        const auto labels = m_dialog->findChildren<WrappedLabel *>();
        for (const WrappedLabel *label : labels) {
            if (!label->isVisible())
                continue;
            ++shown;
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        QVERIFY(shown >= 3); // the problem, and below the address and the key
    }

private:
    static Result<QString> annOnly(const QString &address)
    {
        if (address == "https://ann@host/audit"_L1)
            return u"Ann at the host."_s;
        return Error{ErrorKind::Usage, u"No archive is there."_s};
    }
    void make(const QString &known = {}, const std::optional<SecretReference> &key = {})
    {
        m_dialog = std::make_unique<ArchiveDialog>(known, key, annOnly);
        m_dialog->show();
    }
    void showKnown()
    {
        m_dialog->showLastKnown(u"<b>Nobody</b> responds."_s, u"Read on \u202eFriday"_s,
                                {ArchiveSection{u"Sources"_s, {ArchiveFact{u"<b>work</b>"_s, u"asana"_s}}}});
    }
    [[nodiscard]] QTreeWidget *knownList() { return m_dialog->findChild<QTreeWidget *>(u"archiveFacts"_s); }
    [[nodiscard]] QLabel *knownTitle() { return m_dialog->findChild<QLabel *>(u"archiveKnownTitle"_s); }
    [[nodiscard]] QLineEdit *address() { return m_dialog->findChild<QLineEdit *>(u"archiveAddress"_s); }
    [[nodiscard]] QString note() { return m_dialog->findChild<QLabel *>(u"archiveAddressNote"_s)->text(); }
    [[nodiscard]] QPushButton *openButton()
    {
        return m_dialog->findChild<QPushButton *>(u"openArchiveButton"_s);
    }
    [[nodiscard]] EnteredArchive open()
    {
        EnteredArchive entered;
        connect(m_dialog.get(), &ArchiveDialog::openRequested, m_dialog.get(),
                [&entered](const EnteredArchive &archive) { entered = archive; });
        openButton()->click();
        disconnect(m_dialog.get(), &ArchiveDialog::openRequested, m_dialog.get(), nullptr);
        return entered;
    }

    std::unique_ptr<ArchiveDialog> m_dialog;
};

TRAILGLASS_GUI_TEST(ArchiveDialogTest)
#include "tst_archivedialog.moc"

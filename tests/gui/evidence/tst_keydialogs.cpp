// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/evidence/evidencehistorydialog.h"
#include "views/evidence/keyplacedialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

using PlaceOfKey = SecretReference::Kind;

/// Refuses one place.
Result<SecretReference> checked(const QString &reference)
{
    if (reference == u"file:/refused"_s)
        return Error{ErrorKind::Usage, u"Not this <b>one</b>."_s};
    return parseSecretReference(reference);
}

} // namespace

/// Where a signing key is, as it is entered; and all keys that there were.
class KeyDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { delete m_dialog; }

    void asksForAPlaceAndNeverForAKey_data()
    {
        QTest::addColumn<PlaceOfKey>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reference");
        QTest::newRow("a file") << PlaceOfKey::File << u" /home/ann/my key "_s << u"file:/home/ann/my key"_s;
        QTest::newRow("a variable") << PlaceOfKey::Environment << u"KEY_OF_ANN"_s << u"env:KEY_OF_ANN"_s;
        QTest::newRow("the keychain") << PlaceOfKey::Keychain << QString() << u"keychain"_s;
    }
    void asksForAPlaceAndNeverForAKey()
    {
        QFETCH(const PlaceOfKey, kind);
        QFETCH(const QString, typed);
        QFETCH(const QString, reference);
        open();
        QSignalSpy requests(m_dialog.data(), &KeyPlaceDialog::keyRequested);
        enter(kind, typed);
        QCOMPARE(name()->isEnabled(), kind != PlaceOfKey::Keychain);
        QCOMPARE(button(u"keyPlaceBrowse"_s)->isEnabled(), kind == PlaceOfKey::File);
        button(u"keyPlaceUse"_s)->click();
        QCOMPARE(requests.size(), 1);
        const auto choice = requests.constFirst().constFirst().value<KeyChoice>();
        QCOMPARE(printSecretReference(choice.place), reference);
        QVERIFY(!choice.isFormerLost);
        QVERIFY(m_dialog->isBusy() && !name()->isEnabled() && !button(u"keyPlaceUse"_s)->isEnabled());
    }

    void saysWhatIsWrongWithAPlace_data()
    {
        QTest::addColumn<PlaceOfKey>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("no file") << PlaceOfKey::File << QString() << u"absolute path"_s;
        QTest::newRow("a relative path") << PlaceOfKey::File << u"key"_s << u"absolute path"_s;
        QTest::newRow("a path that is refused")
            << PlaceOfKey::File << u"/refused"_s << u"Not this <b>one</b>."_s;
        QTest::newRow("no variable") << PlaceOfKey::Environment << QString() << u"letters, digits and _"_s;
        QTest::newRow("no name of a variable")
            << PlaceOfKey::Environment << u"1KEY"_s << u"letters, digits and _"_s;
    }
    void saysWhatIsWrongWithAPlace()
    {
        QFETCH(const PlaceOfKey, kind);
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        open();
        QSignalSpy requests(m_dialog.data(), &KeyPlaceDialog::keyRequested);
        enter(kind, typed);
        const QString explained = help();
        button(u"keyPlaceUse"_s)->click();
        QVERIFY2(help().contains(said), qPrintable(help()));
        QCOMPARE(requests.size(), 0);
        QVERIFY(!m_dialog->isBusy());
        name()->setText(u"/another"_s);
        QCOMPARE(help(), explained);
    }

    void theKeyThatIsLostIsSaid()
    {
        open();
        QSignalSpy requests(m_dialog.data(), &KeyPlaceDialog::keyRequested);
        enter(PlaceOfKey::File, u"/key"_s);
        button(u"keyPlaceLost"_s)->click();
        QVERIFY(button(u"keyPlaceLost"_s)->accessibleDescription().contains(u"Earlier checkpoints"_s));
        button(u"keyPlaceUse"_s)->click();
        QCOMPARE(requests.takeFirst().constFirst().value<KeyChoice>(),
                 (KeyChoice{.place = {PlaceOfKey::File, u"/key"_s}, .isFormerLost = true}));
        m_dialog->endWork();
        enter(PlaceOfKey::Keychain, {}); // into which it cannot be moved then
        QVERIFY(!button(u"keyPlaceLost"_s)->isEnabled());
        button(u"keyPlaceUse"_s)->click();
        QVERIFY(!requests.takeFirst().constFirst().value<KeyChoice>().isFormerLost);
    }

    void aFailureLeavesWhatWasTyped()
    {
        open();
        QSignalSpy requests(m_dialog.data(), &KeyPlaceDialog::keyRequested);
        enter(PlaceOfKey::File, u"/key"_s);
        button(u"keyPlaceUse"_s)->click();
        m_dialog->showFailure(u"There is no <i>key</i>."_s);
        QCOMPARE(m_dialog->findChild<MessageStrip *>()->text(), u"There is no <i>key</i>."_s);
        QVERIFY(!m_dialog->isBusy() && m_dialog->isVisible());
        QCOMPARE(name()->text(), u"/key"_s);
        QTest::keyClick(name(), Qt::Key_Return);
        QCOMPARE(requests.size(), 2);
        QVERIFY(m_dialog->findChild<MessageStrip *>()->isHidden());
    }

    void closingStopsTheChangeUnlessItIsOver()
    {
        open();
        enter(PlaceOfKey::File, u"/key"_s);
        button(u"keyPlaceUse"_s)->click();
        QSignalSpy cancelled(m_dialog.data(), &KeyPlaceDialog::cancelRequested);
        button(u"keyPlaceStop"_s)->click();
        QCOMPARE(cancelled.size(), 1);
        m_dialog->close();
        QCOMPARE(cancelled.size(), 2);
        QTRY_VERIFY(!m_dialog); // it deletes itself
        open();
        enter(PlaceOfKey::File, u"/key"_s);
        button(u"keyPlaceUse"_s)->click();
        QSignalSpy again(m_dialog.data(), &KeyPlaceDialog::cancelRequested);
        m_dialog->showChanged();
        QCOMPARE(again.size(), 0);
        QTRY_VERIFY(!m_dialog);
    }

    void looksForTheFile()
    {
        open();
        button(u"keyPlaceBrowse"_s)->click();
        auto *file = m_dialog->findChild<QFileDialog *>(u"keyFileDialog"_s);
        QVERIFY(file);
        Q_EMIT file->fileSelected(u"/home/ann/key"_s);
        file->close();
        QCOMPARE(name()->text(), u"/home/ann/key"_s);
    }

    void listsAllKeysAndCheckpointsAsTheyAre()
    {
        QPointer<EvidenceHistoryDialog> history = new EvidenceHistoryDialog(
            {.keys = {u"0123abcd: <b>made</b> \u202Enow"_s, u"name+0123abcd+AAAA"_s},
             .checkpoints = {u"today"_s, u"yesterday"_s}},
            nullptr);
        history->show();
        QVERIFY(QTest::qWaitForWindowExposed(history));
        const QString keys = history->findChild<QPlainTextEdit *>(u"historyKeys"_s)->toPlainText();
        QCOMPARE(keys, u"0123abcd: <b>made</b> <U+202E>now\nname+0123abcd+AAAA"_s);
        history->findChild<QAbstractButton *>(u"historyCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(keys + u"\n\ntoday\nyesterday\n"_s));
        delete history;
        history = new EvidenceHistoryDialog({}, nullptr);
        QVERIFY(history->findChild<QPlainTextEdit *>(u"historyCheckpoints"_s)
                    ->toPlainText()
                    .contains(u"no checkpoints yet"_s));
        delete history;
    }

private:
    void open()
    {
        m_dialog = new KeyPlaceDialog(checked, nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void enter(PlaceOfKey kind, const QString &typed)
    {
        auto *kinds = m_dialog->findChild<QComboBox *>(u"keyPlaceKind"_s);
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
        name()->setText(typed);
    }
    [[nodiscard]] QLineEdit *name() const { return m_dialog->findChild<QLineEdit *>(u"keyPlaceName"_s); }
    [[nodiscard]] QString help() const { return m_dialog->findChild<QLabel *>(u"keyPlaceHelp"_s)->text(); }
    [[nodiscard]] QAbstractButton *button(const QString &objectName) const
    {
        return m_dialog->findChild<QAbstractButton *>(objectName);
    }

    QPointer<KeyPlaceDialog> m_dialog;
};

TRAILGLASS_GUI_TEST(KeyDialogsTest)
#include "tst_keydialogs.moc"

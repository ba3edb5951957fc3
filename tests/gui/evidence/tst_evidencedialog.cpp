// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/evidence/evidencedialog.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMicros At{1'763'720'000 * UtcMicros::PerSecond}; // 2025-11-21T10:13:20Z

EvidenceState signedState()
{
    return {.isBuilt = true,
            .leaves = 1'300,
            .root = QString(64, u'a'),
            .last = EvidenceState::Checkpoint{.at = At, .size = 1'000},
            .key = EvidenceState::Key{.id = u"0123abcd"_s,
                                      .text = u"trailglass.local/ff+0123abcd+AAAA"_s,
                                      .place = u"keychain"_s,
                                      .created = At}};
}

} // namespace

/// The tree, the checkpoints and the key of a workspace as they are shown and set.
class EvidenceDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { delete m_dialog; }

    void saysThatThereIsNothingYet()
    {
        open();
        QVERIFY(label(u"evidenceTree"_s).startsWith(u"Reading"_s));
        m_dialog->showState({});
        QVERIFY(label(u"evidenceTree"_s).contains(u"not hashed yet"_s));
        QVERIFY(label(u"evidenceLast"_s).startsWith(u"None yet"_s));
        QVERIFY(label(u"evidenceKeyPlace"_s).startsWith(u"None yet"_s));
        QVERIFY(!button(u"copyKey"_s)->isEnabled() && !button(u"exportKey"_s)->isEnabled());
        QVERIFY(button(u"makeCheckpoint"_s)->isEnabled());
        m_dialog->showStateFailure(u"The disk cannot be read."_s);
        QCOMPARE(label(u"evidenceTree"_s), u"The disk cannot be read."_s);
    }

    void saysWhatWasSignedAndWhatCameSince()
    {
        open();
        m_dialog->showState(signedState());
        const QLocale locale;
        QVERIFY2(label(u"evidenceTree"_s).startsWith(u"Leaves: %1 ("_s.arg(locale.toString(1'300))),
                 qPrintable(label(u"evidenceTree"_s)));
        QCOMPARE(label(u"evidenceRoot"_s), QString(64, u'a'));
        QCOMPARE(label(u"evidenceLast"_s),
                 u"2025-11-21 10:13:20 UTC, of %1 leaves; added since: 300."_s.arg(locale.toString(1'000)));
        QVERIFY(label(u"evidenceKeyPlace"_s).contains(u"0123abcd"_s));
        QVERIFY(button(u"copyKey"_s)->isEnabled());
        EvidenceState all = signedState();
        all.last->size = all.leaves;
        m_dialog->showState(all);
        QVERIFY(label(u"evidenceLast"_s).contains(u"of all"_s));
        all.last->isSigned = false;
        m_dialog->showState(all);
        QVERIFY(label(u"evidenceLast"_s).contains(u"no key of the workspace has signed it"_s));
    }

    void makesACheckpointOnRequest()
    {
        open();
        QSignalSpy requests(m_dialog.data(), &EvidenceDialog::checkpointRequested);
        QSignalSpy cancelled(m_dialog.data(), &EvidenceDialog::cancelRequested);
        button(u"makeCheckpoint"_s)->click();
        QCOMPARE(requests.size(), 1);
        QVERIFY(m_dialog->isBusy() && !button(u"makeCheckpoint"_s)->isEnabled());
        m_dialog->showHashing(5, 10);
        QVERIFY(strip()->text().contains(u"5 of 10"_s));
        button(u"checkpointStop"_s)->click();
        QCOMPARE(cancelled.size(), 1);
        m_dialog->endWork();
        QVERIFY(!m_dialog->isBusy() && button(u"makeCheckpoint"_s)->isEnabled());
        QVERIFY(strip()->isHidden());
    }

    void requestsWhatIsSetAndTakesItBackWhenItIsRefused()
    {
        open({.afterSync = false, .witnessFile = u"/share/w.txt"_s});
        QSignalSpy choices(m_dialog.data(), &EvidenceDialog::choiceRequested);
        button(u"checkpointAfterSync"_s)->click();
        QCOMPARE(choices.takeFirst().constFirst().value<CheckpointChoice>(),
                 (CheckpointChoice{true, u"/share/w.txt"_s}));
        m_dialog->showChoice({.afterSync = false, .witnessFile = u"/share/w.txt"_s}); // refused
        QVERIFY(!button(u"checkpointAfterSync"_s)->isChecked());
        QVERIFY(choices.isEmpty()); // the user has not chosen that
        button(u"noWitness"_s)->click();
        QCOMPARE(choices.takeFirst().constFirst().value<CheckpointChoice>(), CheckpointChoice());
        m_dialog->showChoice({});
        QCOMPARE(label(u"witnessFile"_s), u"None"_s);
        QVERIFY(!button(u"noWitness"_s)->isEnabled());
        button(u"chooseWitness"_s)->click();
        auto *file = m_dialog->findChild<QFileDialog *>(u"chooseWitnessDialog"_s);
        QVERIFY(file && file->testOption(QFileDialog::DontConfirmOverwrite));
        Q_EMIT file->fileSelected(u"/mnt/witness.txt"_s);
        file->close();
        QCOMPARE(choices.takeFirst().constFirst().value<CheckpointChoice>(),
                 (CheckpointChoice{false, u"/mnt/witness.txt"_s}));
    }

    void exportsTheKeyWhereTheUserSays()
    {
        open();
        m_dialog->showState(signedState());
        QSignalSpy exports(m_dialog.data(), &EvidenceDialog::exportKeyRequested);
        button(u"exportKey"_s)->click();
        auto *file = m_dialog->findChild<QFileDialog *>(u"exportKeyDialog"_s);
        QVERIFY(file);
        Q_EMIT file->fileSelected(u"/tmp/key.pem"_s);
        file->close();
        QCOMPARE(exports.constFirst().constFirst().toString(), u"/tmp/key.pem"_s);
    }

    void aNewKeyIsAskedAboutFirst_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("question");
        QTest::addColumn<bool>("isFormerLost");
        QTest::newRow("rotated") << u"rotateKey"_s << u"rotateKeyQuestion"_s << false;
        QTest::newRow("lost") << u"keyIsLost"_s << u"lostKeyQuestion"_s << true;
    }
    void aNewKeyIsAskedAboutFirst()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, question);
        QFETCH(const bool, isFormerLost);
        open();
        m_dialog->showState(signedState());
        QSignalSpy requests(m_dialog.data(), &EvidenceDialog::rotationRequested);
        button(action)->click();
        QPointer<QMessageBox> box = m_dialog->findChild<QMessageBox *>(question);
        QVERIFY(box);
        QVERIFY2(box->text().contains(u"0123abcd"_s), qPrintable(box->text()));
        QCOMPARE(box->defaultButton(), qobject_cast<QPushButton *>(box->button(QMessageBox::Cancel)));
        QTest::keyClick(box.data(), Qt::Key_Escape);
        QTRY_VERIFY(!box);
        QCOMPARE(requests.size(), 0);
        button(action)->click();
        box = m_dialog->findChild<QMessageBox *>(question);
        box->findChild<QAbstractButton *>(u"confirmKeyChange"_s)->click();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.constFirst().constFirst().toBool(), isFormerLost);
        QVERIFY(m_dialog->isBusy());
        for (const QString &each : {u"rotateKey"_s, u"useAnotherKey"_s, u"keyIsLost"_s, u"makeCheckpoint"_s})
            QVERIFY2(!button(each)->isEnabled(), qPrintable(each));
        m_dialog->endWork();
        QVERIFY(!m_dialog->isBusy() && button(action)->isEnabled());
    }

    void offersWhatCanBeDoneWithTheKey()
    {
        open();
        m_dialog->showState({}); // there is none
        QVERIFY(!button(u"rotateKey"_s)->isEnabled() && !button(u"keyIsLost"_s)->isEnabled());
        QVERIFY(button(u"useAnotherKey"_s)->isEnabled());
        EvidenceState state = signedState();
        state.key->isOfUser = true;
        m_dialog->showState(state);
        QVERIFY(!button(u"rotateKey"_s)->isEnabled() && button(u"keyIsLost"_s)->isEnabled());
        QVERIFY(button(u"rotateKey"_s)->toolTip().contains(u"of yours"_s)); // why
        m_dialog->showState(signedState());
        QVERIFY(button(u"rotateKey"_s)->isEnabled());
        QSignalSpy places(m_dialog.data(), &EvidenceDialog::keyPlaceRequested);
        button(u"useAnotherKey"_s)->click();
        QCOMPARE(places.size(), 1);
        QVERIFY(!m_dialog->isBusy());
    }

    /// A layout alone would squeeze what stands below.
    void growsForWhatItSays()
    {
        open();
        m_dialog->resize(m_dialog->width(), m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        const int height = m_dialog->height();
        m_dialog->tell(MessageStrip::Kind::Warning, QString(u"A sentence of some words. "_s).repeated(10));
        QVERIFY(m_dialog->height() > height);
        QVERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
    }

    void noTextSizesTheDialog()
    {
        open();
        const int width = m_dialog->width();
        EvidenceState state = signedState();
        state.key->place = QString(5'000, u'x');
        state.key->text = QString(5'000, u'y');
        m_dialog->showState(state);
        m_dialog->showChoice({.witnessFile = u'/' + QString(5'000, u'z')});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(m_dialog->width(), width);
        QVERIFY(m_dialog->minimumSizeHint().width() <= width);
    }

private:
    void open(const CheckpointChoice &choice = {})
    {
        m_dialog = new EvidenceDialog(choice, QTimeZone::utc(), nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    [[nodiscard]] QString label(const QString &name) const
    {
        return m_dialog->findChild<QLabel *>(name)->text();
    }
    [[nodiscard]] MessageStrip *strip() const { return m_dialog->findChild<MessageStrip *>(); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_dialog->findChild<QAbstractButton *>(name);
    }

    QPointer<EvidenceDialog> m_dialog;
};

TRAILGLASS_GUI_TEST(EvidenceDialogTest)
#include "tst_evidencedialog.moc"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/common/theme.h"
#include "views/evidence/verifydialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QKeySequence>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// The verification of a workspace as it is shown.
class VerifyDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = new VerifyDialog(u"/share/witness.txt"_s, nullptr);
        m_requests = std::make_unique<QSignalSpy>(m_dialog.data(), &VerifyDialog::verifyRequested);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void cleanup()
    {
        m_requests.reset();
        delete m_dialog;
    }

    void verifiesWhenItIsShown()
    {
        QCOMPARE(m_requests->size(), 1);
        QCOMPARE(m_requests->constFirst().constFirst().toString(), u"/share/witness.txt"_s);
        QVERIFY(m_dialog->isBusy());
        QVERIFY(!button(u"verifySave"_s)->isEnabled());
        m_dialog->showProgress(u"Hashing: 12"_s);
        QCOMPARE(summary(), u"Hashing: 12"_s);
    }

    void listsWhatWasFoundByColourAndShape()
    {
        show();
        QCOMPARE(summary(), u"It differs."_s);
        QCOMPARE(list()->count(), 3);
        QCOMPARE(list()->item(0)->text(), u"It differs."_s);
        QCOMPARE(list()->item(1)->text(), u"<i>One</i> checkpoint <U+202E>fits."_s);
        QCOMPARE(list()->item(0)->data(Qt::AccessibleTextRole).toString(), u"Problem: It differs."_s);
        QList<QImage> signs;
        for (int row = 0; row < 3; ++row) {
            const QImage shape = sign(row).convertToFormat(QImage::Format_Alpha8);
            QVERIFY(!signs.contains(shape)); // in one colour, too
            signs += shape;
        }
        applyAppearance(Appearance::Light);
        const QImage light = sign(0);
        applyAppearance(Appearance::Dark);
        QTRY_VERIFY(sign(0) != light);
        applyAppearance(Appearance::Light);
        QTRY_COMPARE(sign(0), light);
    }

    void copiesAndSavesAsText()
    {
        show();
        list()->selectAll();
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"It differs.\n"_s));
        QSignalSpy saves(m_dialog.data(), &VerifyDialog::saveRequested);
        button(u"verifySave"_s)->click();
        auto *file = m_dialog->findChild<QFileDialog *>(u"saveVerdictDialog"_s);
        QVERIFY(file);
        Q_EMIT file->fileSelected(u"/tmp/verdict.txt"_s);
        file->close();
        QCOMPARE(saves.size(), 1);
        QCOMPARE(saves.constFirst().at(0).toString(),
                 u"Problem: It differs.\nVerified: <i>One</i> checkpoint <U+202E>fits.\n"
                 "Note: A purge was noted.\n"_s);
        m_dialog->showSaved(u"/tmp/verdict.txt"_s);
        QVERIFY(strip()->text().contains(u"verdict.txt"_s));
        m_dialog->showSaveFailure(u"The disk is full."_s);
        QCOMPARE(strip()->text(), u"The disk is full."_s);
    }

    void verifiesAgainWithAnotherWitness()
    {
        show();
        button(u"verifyChooseWitness"_s)->click();
        auto *file = m_dialog->findChild<QFileDialog *>(u"witnessDialog"_s);
        QVERIFY(file);
        Q_EMIT file->fileSelected(u"/mnt/other.txt"_s);
        file->close();
        QCOMPARE(m_requests->size(), 2);
        QCOMPARE(m_requests->constLast().constFirst().toString(), u"/mnt/other.txt"_s);
        QCOMPARE(list()->count(), 0); // nothing old stands beside it
    }

    /// Also while the other verification is on, which may take minutes.
    void verifiesTheHashesAloneOnRequest()
    {
        QVERIFY(m_dialog->isBusy());
        QCOMPARE(m_requests->constLast().at(1).toBool(), false);
        QVERIFY(m_dialog->findChild<QLabel *>(u"verifyHashesMeaning"_s)->text().contains(u"not compared"_s));
        button(u"verifyHashesOnly"_s)->click();
        QCOMPARE(m_requests->size(), 2);
        QCOMPARE(m_requests->constLast().at(0).toString(), u"/share/witness.txt"_s);
        QCOMPARE(m_requests->constLast().at(1).toBool(), true);
        show();
        QVERIFY(!m_dialog->isBusy());
        button(u"verifyAgain"_s)->click();
        QCOMPARE(m_requests->constLast().at(1).toBool(), true);
        show();
        button(u"verifyHashesOnly"_s)->click();
        QCOMPARE(m_requests->size(), 4);
        QCOMPARE(m_requests->constLast().at(1).toBool(), false);
        QCOMPARE(list()->count(), 0); // nothing old stands beside it
    }

    /// While it runs there is one more.
    void noLetterWithAltBelongsToTwoButtons()
    {
        QVERIFY(m_dialog->isBusy());
        QStringList keys;
        const auto buttons = m_dialog->findChildren<QAbstractButton *>();
        for (const QAbstractButton *shown : buttons) {
            const QString key = QKeySequence::mnemonic(shown->text()).toString();
            if (!shown->isVisible() || key.isEmpty())
                continue;
            QVERIFY2(!keys.contains(key), qPrintable(shown->text()));
            keys += key;
        }
        QVERIFY(keys.size() >= 5); // witness, hashes, stop, again, save
    }

    void aFailureLeavesTheWayOpen()
    {
        m_dialog->showFailure(u"The events are not hashed yet."_s);
        QCOMPARE(summary(), u"The events are not hashed yet."_s);
        QVERIFY(!m_dialog->isBusy() && !button(u"verifySave"_s)->isEnabled());
        button(u"verifyAgain"_s)->click();
        QCOMPARE(m_requests->size(), 2);
    }

    void closingEndsTheVerification()
    {
        QSignalSpy cancelled(m_dialog.data(), &VerifyDialog::cancelRequested);
        m_dialog->close();
        QCOMPARE(cancelled.size(), 1);
    }

private:
    void show()
    {
        using Meaning = VerdictLine::Meaning;
        m_dialog->showVerdict({.summary = u"It differs."_s,
                               .lines = {{Meaning::Problem, u"It differs."_s},
                                         {Meaning::Good, u"<i>One</i> checkpoint \u202Efits."_s},
                                         {Meaning::Notice, u"A purge was noted."_s}}});
    }
    [[nodiscard]] QImage sign(int row) const { return list()->item(row)->icon().pixmap(16).toImage(); }
    [[nodiscard]] QString summary() const
    {
        return m_dialog->findChild<QLabel *>(u"verifySummary"_s)->text();
    }
    [[nodiscard]] VerdictList *list() const { return m_dialog->findChild<VerdictList *>(u"verifyList"_s); }
    [[nodiscard]] MessageStrip *strip() const { return m_dialog->findChild<MessageStrip *>(); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_dialog->findChild<QAbstractButton *>(name);
    }

    QPointer<VerifyDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_requests;
};

TRAILGLASS_GUI_TEST(VerifyDialogTest)
#include "tst_verifydialog.moc"

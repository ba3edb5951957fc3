// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/verifydialog.h"

#include "views/common/elidedlabel.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/common/textcolour.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxVerdictLines = 3; ///< of the summary

/// The check box, and below it what it leaves out.
QVBoxLayout *withMeaning(QCheckBox *hashesOnly)
{
    auto *meaning = new WrappedLabel(MaxVerdictLines);
    meaning->setObjectName("verifyHashesMeaning"_L1);
    TextColour::set(*meaning, TextMeaning::Quiet);
    PlainText::show(
        meaning,
        VerifyDialog::tr("Events, records and checkpoints are compared with the hashes. The fields that are "
                         "shown, the index and what is searched are not compared with the JSON of the "
                         "events, which takes several times as long."));
    hashesOnly->setAccessibleDescription(meaning->text());
    auto *choice = new QVBoxLayout;
    choice->setSpacing(Spacing::Tight);
    choice->addWidget(hashesOnly);
    choice->addWidget(meaning);
    return choice;
}

} // namespace

VerifyDialog::VerifyDialog(const QString &witnessFile, QWidget *parent)
    : QDialog(parent)
    , m_witness(witnessFile)
    , m_strip(new MessageStrip)
    , m_summary(new WrappedLabel(MaxVerdictLines))
    , m_witnessName(new ElidedLabel)
    , m_progress(new ProgressRow(u"verify"_s, tr("The verification is running")))
    , m_list(new VerdictList)
    , m_choose(new QPushButton(tr("&Witness file…")))
    , m_hashesOnly(new QCheckBox(tr("&Hashes only (faster)")))
{
    setObjectName("verifyDialog"_L1);
    setWindowTitle(tr("Verify workspace"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    showWitness();
}

void VerifyDialog::build()
{
    m_summary->setObjectName("verifySummary"_L1);
    m_summary->setFont(textFont(TextStyle::Strong, font()));
    m_list->setObjectName("verifyList"_L1);
    m_witnessName->setObjectName("verifyWitness"_L1);
    m_choose->setObjectName("verifyChooseWitness"_L1);
    m_choose->setAutoDefault(false);
    m_choose->setToolTip(tr("Compares with the checkpoints of a file that was kept elsewhere"));
    m_hashesOnly->setObjectName("verifyHashesOnly"_L1);
    auto *witness = new QHBoxLayout;
    witness->addWidget(m_witnessName, 1);
    witness->addWidget(m_choose);
    auto *buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_again = add(tr("Verify &again"), u"verifyAgain"_s);
    m_save = add(tr("&Save as text…"), u"verifySave"_s);
    buttons->addButton(QDialogButtonBox::Close)->setObjectName("verifyClose"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(m_summary);
    layout->addLayout(witness);
    layout->addLayout(withMeaning(m_hashesOnly));
    layout->addWidget(m_progress);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(680, 520);
    connect(m_progress, &ProgressRow::stopped, this, &VerifyDialog::cancelRequested);
    connect(m_again, &QPushButton::clicked, this, &VerifyDialog::begin);
    connect(m_choose, &QPushButton::clicked, this, &VerifyDialog::chooseWitness);
    // While a verification is on, too: who wants the quick one does not want to wait for the other.
    connect(m_hashesOnly, &QCheckBox::toggled, this, &VerifyDialog::begin);
    connect(m_save, &QPushButton::clicked, this, &VerifyDialog::askForFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void VerifyDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        begin();
}

void VerifyDialog::begin()
{
    m_isBusy = true;
    m_verdict = {};
    m_strip->hide();
    m_list->clear();
    m_progress->begin();
    for (QPushButton *button : {m_again, m_save, m_choose})
        button->setEnabled(false);
    PlainText::show(m_summary, tr("Verifying the workspace…"));
    Q_EMIT verifyRequested(m_witness, m_hashesOnly->isChecked());
}

void VerifyDialog::end()
{
    m_isBusy = false;
    m_progress->end();
    m_again->setEnabled(true);
    m_choose->setEnabled(true);
    m_save->setEnabled(!m_verdict.summary.isEmpty());
}

void VerifyDialog::showProgress(const QString &activity)
{
    if (m_isBusy)
        PlainText::show(m_summary, activity);
}

void VerifyDialog::showVerdict(const ShownVerdict &verdict)
{
    m_verdict = verdict;
    end();
    PlainText::show(m_summary, verdict.summary);
    m_list->setLines(verdict.lines);
}

void VerifyDialog::showFailure(const QString &sentence)
{
    end();
    PlainText::show(m_summary, sentence);
}

void VerifyDialog::showWitness()
{
    m_witnessName->show(m_witness.isEmpty() ? tr("No witness file is compared.")
                                            : tr("Compared with %1.", "a file").arg(m_witness));
}

void VerifyDialog::chooseWitness()
{
    auto *dialog = new QFileDialog(this, tr("Witness file"));
    dialog->setObjectName("witnessDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!m_witness.isEmpty())
        dialog->selectFile(m_witness);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        m_witness = QFileInfo(fileName).absoluteFilePath();
        showWitness();
        begin();
    });
    dialog->open();
}

void VerifyDialog::askForFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the verdict"));
    dialog->setObjectName("saveVerdictDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"trailglass-verdict.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &fileName) {
        Q_EMIT saveRequested(VerdictList::textOf(m_verdict.lines), fileName);
    });
    dialog->open();
}

void VerifyDialog::showSaved(const QString &fileName)
{
    m_strip->show(MessageStrip::Kind::Information, tr("Saved as %1.").arg(QFileInfo(fileName).fileName()));
}

void VerifyDialog::showSaveFailure(const QString &sentence)
{
    m_strip->show(MessageStrip::Kind::Error, sentence);
}

void VerifyDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_verifydialog.cpp"

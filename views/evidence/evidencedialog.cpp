// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/evidencedialog.h"

#include "models/core/countargument.h"
#include "models/table/timeformatter.h"
#include "views/common/dialogheight.h"
#include "views/common/elidedlabel.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"
#include "views/evidence/keyactions.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <optional>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxFactLines = 3;
constexpr int EvidenceWidth = 640; // px

QString leafNumber(qint64 number)
{
    return QLocale().toString(number);
}

QLabel *sectionTitle(const QString &text, const QFont &font)
{
    auto *title = new QLabel(text);
    title->setFont(textFont(TextStyle::Strong, font));
    return title;
}

QHBoxLayout *rowOf(const std::initializer_list<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::Normal);
    for (QWidget *widget : widgets)
        row->addWidget(widget, qobject_cast<ElidedLabel *>(widget) ? 1 : 0);
    return row;
}

} // namespace

EvidenceDialog::EvidenceDialog(const CheckpointChoice &choice, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_zone(zone)
    , m_choice(choice)
    , m_strip(new MessageStrip)
    , m_tree(new WrappedLabel(MaxFactLines))
    , m_root(new ElidedLabel)
    , m_last(new WrappedLabel(MaxFactLines))
    , m_keyPlace(new WrappedLabel(MaxFactLines))
    , m_keyText(new ElidedLabel)
    , m_copyKey(new QPushButton(tr("&Copy")))
    , m_exportKey(new QPushButton(tr("E&xport…")))
    , m_keyActions(new KeyActions)
    , m_afterSync(new QCheckBox(tr("Write a checkpoint &after each sync that has stored something")))
    , m_witness(new ElidedLabel)
    , m_chooseWitness(new QPushButton(tr("C&hoose…")))
    , m_noWitness(new QPushButton(tr("&None")))
    , m_progress(new ProgressRow(u"checkpoint"_s, tr("A checkpoint is being written, or the key changed")))
{
    setObjectName("evidenceDialog"_L1);
    setWindowTitle(tr("Evidence"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addWidget(buildFacts());
    layout->addWidget(buildChoice());
    layout->addWidget(m_progress);
    layout->addStretch();
    buildButtons();
    connectButtons();
    PlainText::show(m_tree, tr("Reading the hash tree…"));
    showKey({});
    showChoice(choice);
    updateButtons();
    resize(EvidenceWidth, std::max(420, layout->totalHeightForWidth(EvidenceWidth)));
}

QWidget *EvidenceDialog::buildFacts()
{
    m_tree->setObjectName("evidenceTree"_L1);
    m_root->setObjectName("evidenceRoot"_L1);
    m_last->setObjectName("evidenceLast"_L1);
    m_keyPlace->setObjectName("evidenceKeyPlace"_L1);
    m_keyText->setObjectName("evidenceKey"_L1);
    m_copyKey->setObjectName("copyKey"_L1);
    m_copyKey->setToolTip(tr("Copies the public key, for those who verify checkpoints and bundles"));
    m_exportKey->setObjectName("exportKey"_L1);
    m_exportKey->setToolTip(tr("Writes the public key to a PEM file"));
    auto *facts = new QWidget;
    auto *form = new QFormLayout(facts);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Hash tree"), m_tree);
    form->addRow(tr("Root"), m_root);
    form->addRow(tr("Last checkpoint"), m_last);
    form->addRow(tr("Signing key"), m_keyPlace);
    form->addRow(tr("Public key"), rowOf({m_keyText, m_copyKey, m_exportKey}));
    form->addRow(QString(), m_keyActions);
    return facts;
}

QWidget *EvidenceDialog::buildChoice()
{
    m_afterSync->setObjectName("checkpointAfterSync"_L1);
    m_witness->setObjectName("witnessFile"_L1);
    m_chooseWitness->setObjectName("chooseWitness"_L1);
    m_chooseWitness->setToolTip(tr("Chooses the file that checkpoints are appended to"));
    m_noWitness->setObjectName("noWitness"_L1);
    m_noWitness->setToolTip(tr("Checkpoints are kept in the workspace only"));
    auto *explanation = new WrappedLabel(MaxFactLines);
    PlainText::show(
        explanation,
        tr("Whoever can rewrite the workspace must not be able to rewrite the witness file: choose "
           "one on another machine, in a shared folder or in a git work tree."));
    auto *choice = new QWidget;
    auto *layout = new QVBoxLayout(choice);
    layout->setContentsMargins({});
    layout->setSpacing(Spacing::Normal);
    layout->addWidget(sectionTitle(tr("Checkpoints"), font()));
    layout->addWidget(m_afterSync);
    layout->addLayout(rowOf({new QLabel(tr("Witness file:")), m_witness, m_chooseWitness, m_noWitness}));
    layout->addWidget(explanation);
    return choice;
}

void EvidenceDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox;
    const auto add = [buttons](const QString &text, const QString &name) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(name);
        return button;
    };
    m_checkpoint = add(tr("&Make checkpoint now"), u"makeCheckpoint"_s);
    m_checkpoint->setToolTip(tr("Signs the tree as it is now"));
    m_verify = add(tr("&Verify workspace…"), u"verifyFromEvidence"_s);
    m_history = add(tr("H&istory…"), u"evidenceHistory"_s);
    m_history->setToolTip(tr("Shows all keys and checkpoints of the workspace"));
    buttons->addButton(QDialogButtonBox::Close)->setObjectName("evidenceClose"_L1);
    layout()->addWidget(buttons);
    for (QPushButton *button :
         {m_copyKey, m_exportKey, m_chooseWitness, m_noWitness, m_checkpoint, m_verify, m_history})
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void EvidenceDialog::connectButtons()
{
    connect(m_checkpoint, &QPushButton::clicked, this, [this] {
        begin();
        Q_EMIT checkpointRequested();
    });
    connect(m_keyActions, &KeyActions::rotationRequested, this, [this](bool isFormerLost) {
        begin();
        Q_EMIT rotationRequested(isFormerLost);
    });
    connect(m_keyActions, &KeyActions::placeRequested, this, &EvidenceDialog::keyPlaceRequested);
    connect(m_history, &QPushButton::clicked, this, &EvidenceDialog::historyRequested);
    connect(m_progress, &ProgressRow::stopped, this, &EvidenceDialog::cancelRequested);
    connect(m_verify, &QPushButton::clicked, this, &EvidenceDialog::verifyRequested);
    connect(m_copyKey, &QPushButton::clicked, this, &EvidenceDialog::copyKeyRequested);
    connect(m_exportKey, &QPushButton::clicked, this, &EvidenceDialog::askForKeyFile);
    connect(m_chooseWitness, &QPushButton::clicked, this, &EvidenceDialog::askForWitness);
    connect(m_noWitness, &QPushButton::clicked, this, [this] { setWitness({}); });
    connect(m_afterSync, &QCheckBox::toggled, this, [this](bool isOn) {
        Q_EMIT choiceRequested({.afterSync = isOn, .witnessFile = m_choice.witnessFile});
    });
}

void EvidenceDialog::showState(const EvidenceState &state)
{
    if (!state.isBuilt)
        PlainText::show(m_tree,
                        tr("The events are not hashed yet. The next sync, import or checkpoint does it."));
    else
        PlainText::show(
            m_tree,
            tr("Leaves: %1 (all events, and records of coverage, reviews, marks and keys)", "of a hash tree")
                .arg(leafNumber(state.leaves)));
    m_root->show(state.root.isEmpty() ? tr("None yet", "root of a hash tree") : state.root);
    showLast(state);
    showKey(state.key);
    updateButtons();
    growToTexts(*this);
}

void EvidenceDialog::showLast(const EvidenceState &state)
{
    if (!state.last) {
        PlainText::show(
            m_last,
            tr("None yet. Nothing proves what was stored before the first checkpoint that somebody "
               "else keeps."));
        return;
    }
    const QString time = exactTime(state.last->at, m_zone);
    const int leaves = countArgument(state.last->size);
    if (!state.last->isSigned) {
        PlainText::show(m_last,
                        tr("%1: no key of the workspace has signed it. Verify the workspace.").arg(time));
    } else if (state.leaves > state.last->size) {
        PlainText::show(m_last,
                        tr("%1, of %Ln leaves; added since: %2.", "time, numbers of leaves", leaves)
                            .arg(time, leafNumber(state.leaves - state.last->size)));
    } else {
        PlainText::show(m_last, tr("%1, of all %Ln leaves.", "time, number of leaves", leaves).arg(time));
    }
}

void EvidenceDialog::showKey(const std::optional<EvidenceState::Key> &key)
{
    m_hasKey = key.has_value();
    m_keyActions->setKey(key);
    if (!key) {
        PlainText::show(m_keyPlace, tr("None yet. The first checkpoint makes one."));
        m_keyText->show(tr("None yet", "public key"));
        return;
    }
    PlainText::show(m_keyPlace,
                    tr("%1, made %2, kept in: %3", "number of a key, time, place")
                        .arg(key->id, exactTime(key->created, m_zone), key->place));
    m_keyText->show(key->text);
}

void EvidenceDialog::showStateFailure(const QString &sentence)
{
    PlainText::show(m_tree, sentence);
}

void EvidenceDialog::showChoice(const CheckpointChoice &choice)
{
    m_choice = choice;
    const QSignalBlocker quiet(m_afterSync);
    m_afterSync->setChecked(choice.afterSync);
    m_witness->show(choice.witnessFile.isEmpty() ? tr("None", "witness file") : choice.witnessFile);
    m_noWitness->setEnabled(!choice.witnessFile.isEmpty());
}

void EvidenceDialog::begin()
{
    m_isBusy = true;
    m_strip->hide();
    m_progress->begin();
    updateButtons();
}

void EvidenceDialog::showHashing(qint64 rows, qint64 ofRows)
{
    m_progress->setPart(ofRows > 0 ? std::optional(static_cast<double>(rows) / static_cast<double>(ofRows))
                                   : std::nullopt);
    m_strip->showProgress(
        tr("Hashing what was stored before: %1 of %2 row(s)", nullptr, countArgument(ofRows))
            .arg(leafNumber(rows), leafNumber(ofRows)));
}

void EvidenceDialog::endWork()
{
    m_isBusy = false;
    m_progress->end();
    m_strip->hide();
    updateButtons();
}

void EvidenceDialog::tell(MessageStrip::Kind kind, const QString &text)
{
    m_strip->show(kind, text);
    growToTexts(*this);
}

void EvidenceDialog::askForKeyFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the public key"));
    dialog->setObjectName("exportKeyDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pem"_s);
    dialog->selectFile(u"trailglass-key.pem"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceDialog::exportKeyRequested);
    dialog->open();
}

void EvidenceDialog::askForWitness()
{
    auto *dialog = new QFileDialog(this, tr("Witness file"));
    dialog->setObjectName("chooseWitnessDialog"_L1);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // What is there stays: checkpoints are appended.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(m_choice.witnessFile.isEmpty() ? u"trailglass-witness.txt"_s : m_choice.witnessFile);
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceDialog::setWitness);
    dialog->open();
}

void EvidenceDialog::setWitness(const QString &fileName)
{
    const QString path = fileName.isEmpty() ? QString() : QFileInfo(fileName).absoluteFilePath();
    Q_EMIT choiceRequested({.afterSync = m_choice.afterSync, .witnessFile = path});
}

void EvidenceDialog::updateButtons()
{
    m_checkpoint->setEnabled(!m_isBusy);
    m_verify->setEnabled(!m_isBusy);
    m_keyActions->setEnabled(!m_isBusy);
    m_copyKey->setEnabled(m_hasKey);
    m_exportKey->setEnabled(m_hasKey);
}

void EvidenceDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_evidencedialog.cpp"

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/openbundledialog.h"

#include "views/common/dialogheight.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/progressrow.h"
#include "views/common/spacing.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxOpeningLines = 4;

QWidget *withButton(QLineEdit *edit, QPushButton *button)
{
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(edit, 1);
    layout->addWidget(button);
    field->setFocusProxy(edit);
    button->setAutoDefault(false);
    return field;
}

} // namespace

OpenBundleDialog::OpenBundleDialog(QString folder, QWidget *parent)
    : QDialog(parent)
    , m_folder(std::move(folder))
    , m_strip(new MessageStrip)
    , m_file(new QLineEdit)
    , m_key(new QLineEdit)
    , m_browseFile(new QPushButton(tr("Bro&wse…")))
    , m_browseKey(new QPushButton(tr("B&rowse…")))
    , m_activity(new WrappedLabel(MaxOpeningLines))
    , m_progress(new ProgressRow(u"bundle"_s, tr("The bundle is being verified and opened")))
    , m_list(new VerdictList)
{
    setObjectName("openBundleDialog"_L1);
    setWindowTitle(tr("Open evidence bundle"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_browseFile, &QPushButton::clicked, this, [this] {
        browse(m_file, tr("Evidence bundle"), tr("Evidence bundles (*.zip);;All files (*)"),
               u"bundleFileDialog"_s);
    });
    connect(m_browseKey, &QPushButton::clicked, this, [this] {
        browse(m_key, tr("Public key"), tr("Public keys (*.pem);;All files (*)"), u"bundleKeyDialog"_s);
    });
    connect(m_file, &QLineEdit::textChanged, this, &OpenBundleDialog::updateButton);
    connect(m_open, &QPushButton::clicked, this, &OpenBundleDialog::start);
    connect(m_progress, &ProgressRow::stopped, this, &OpenBundleDialog::cancelRequested);
    updateButton();
}

void OpenBundleDialog::build()
{
    m_file->setObjectName("bundleFile"_L1);
    m_file->setAccessibleName(tr("Evidence bundle"));
    m_key->setObjectName("bundleKey"_L1);
    m_key->setAccessibleName(tr("Public key of whoever signed it"));
    m_key->setPlaceholderText(tr("Text of the key, or a PEM file; optional"));
    m_browseFile->setObjectName("bundleBrowse"_L1);
    m_browseKey->setObjectName("bundleBrowseKey"_L1);
    m_activity->setObjectName("bundleActivity"_L1);
    m_list->setObjectName("bundleProblems"_L1);
    m_list->hide();
    PlainText::show(
        m_activity,
        tr("The bundle is verified first, then shown read-only. With a key that you have from "
           "elsewhere, it must be signed by that key; without one, whose key it is remains open."));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QWidget *file = withButton(m_file, m_browseFile);
    QWidget *key = withButton(m_key, m_browseKey);
    auto *fileLabel = new QLabel(tr("&Bundle"));
    fileLabel->setBuddy(m_file);
    auto *keyLabel = new QLabel(tr("Public &key"));
    keyLabel->setBuddy(m_key);
    form->addRow(fileLabel, file);
    form->addRow(keyLabel, key);
    auto *buttons = new QDialogButtonBox;
    m_open = buttons->addButton(tr("&Verify and open"), QDialogButtonBox::ApplyRole);
    m_open->setObjectName("openBundleButton"_L1);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName("openBundleCancel"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    layout->addLayout(form);
    layout->addWidget(m_activity);
    layout->addWidget(m_progress);
    layout->addWidget(m_list, 1);
    layout->addStretch();
    layout->addWidget(buttons);
    m_open->setDefault(true); // only now: outside a dialog it says nothing
    resize(620, layout->totalHeightForWidth(620));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void OpenBundleDialog::browse(QLineEdit *edit, const QString &title, const QString &filter,
                              const QString &dialogName)
{
    auto *dialog = new QFileDialog(this, title, m_folder, filter);
    dialog->setObjectName(dialogName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
}

void OpenBundleDialog::start()
{
    if (!m_open->isEnabled())
        return;
    m_isBusy = true;
    m_strip->hide();
    m_list->hide();
    m_progress->begin();
    updateButton();
    Q_EMIT openRequested(QDir::cleanPath(QDir(m_folder).absoluteFilePath(m_file->text().trimmed())),
                         m_key->text().trimmed());
}

void OpenBundleDialog::end()
{
    m_isBusy = false;
    m_progress->end();
    updateButton();
}

void OpenBundleDialog::showProgress(const QString &activity)
{
    if (m_isBusy)
        PlainText::show(m_activity, activity);
}

void OpenBundleDialog::showRefused(const QList<VerdictLine> &lines)
{
    end();
    m_strip->show(MessageStrip::Kind::Error, tr("The bundle does not verify, and is not opened."));
    PlainText::show(m_activity, tr("What is wrong with it:"));
    m_list->setLines(lines);
    m_list->show();
    resize(width(), std::max(height(), 460));
    growToTexts(*this);
}

void OpenBundleDialog::showFailure(const QString &sentence)
{
    end();
    m_strip->show(MessageStrip::Kind::Error, sentence);
    PlainText::show(m_activity, tr("The bundle was not opened."));
    growToTexts(*this);
}

void OpenBundleDialog::updateButton()
{
    m_open->setEnabled(!m_isBusy && !m_file->text().trimmed().isEmpty());
    for (QWidget *input : {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_key),
                           static_cast<QWidget *>(m_browseFile), static_cast<QWidget *>(m_browseKey)})
        input->setEnabled(!m_isBusy);
}

void OpenBundleDialog::done(int result)
{
    if (m_isBusy)
        Q_EMIT cancelRequested();
    QDialog::done(result);
}

} // namespace Trailglass

#include "moc_openbundledialog.cpp"

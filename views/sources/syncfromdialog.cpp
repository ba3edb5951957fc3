// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/syncfromdialog.h"

#include "views/common/plaintext.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxSyncNoteLines = 4;

} // namespace

SyncFromDialog::SyncFromDialog(const QString &source, Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_text(new QLineEdit)
    , m_note(new WrappedLabel(MaxSyncNoteLines))
{
    setObjectName("syncFromDialog"_L1);
    setWindowTitle(tr("Sync from a time"));
    auto *title = new WrappedLabel(MaxSyncNoteLines);
    PlainText::show(title, tr("Fetch the events of “%1” again from").arg(source));
    title->setBuddy(m_text);
    m_text->setObjectName("syncFrom"_L1);
    m_text->setAccessibleName(tr("Start of the sync"));
    m_text->setPlaceholderText(u"2026-11, 2026-11-20, 2026-11-20T08:00, -7d"_s);
    m_note->setObjectName("syncFromNote"_L1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_sync = buttons->addButton(tr("&Sync"), QDialogButtonBox::AcceptRole);
    m_sync->setObjectName("syncFromButton"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_text);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(440, 160);
    connect(m_text, &QLineEdit::textChanged, this, &SyncFromDialog::checkText);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(m_text->text().trimmed()); });
    checkText();
}

void SyncFromDialog::checkText()
{
    const QString text = m_text->text().trimmed();
    const Result<QString> moment = m_check(text);
    m_sync->setEnabled(bool(moment));
    if (text.isEmpty())
        m_note->clear();
    else
        PlainText::show(m_note, moment ? *moment : moment.error().message);
}

} // namespace Trailglass

#include "moc_syncfromdialog.cpp"

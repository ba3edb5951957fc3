// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/gototimedialog.h"

#include "views/common/dialogheight.h"
#include "views/common/plaintext.h"
#include "views/common/textcolour.h"
#include "views/common/wrappedlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxTimeNoteLines = 4; ///< it quotes what was typed

} // namespace

GoToTimeDialog::GoToTimeDialog(QWidget *parent)
    : QDialog(parent)
    , m_time(new QLineEdit(this))
    , m_problem(new WrappedLabel(MaxTimeNoteLines, this))
    , m_sorting(new WrappedLabel(MaxTimeNoteLines, this))
{
    setObjectName("goToTimeDialog"_L1);
    setWindowTitle(tr("Go to time"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_time->setObjectName("goToTime"_L1);
    m_time->setMaxLength(100);
    m_time->setPlaceholderText(u"2026-11-20 09:15"_s);
    m_problem->setObjectName("goToTimeProblem"_L1);
    TextColour::set(*m_problem, TextMeaning::Quiet);
    PlainText::show(m_problem,
                    tr("A date, a time, yesterday, or -2h for two hours ago. A time alone is on the day "
                       "of the current event, or of the newest one."));
    auto *label = new QLabel(tr("&Time:"), this);
    label->setBuddy(m_time);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setText(tr("&Go"));
    m_sorting->setObjectName("goToTimeSorting"_L1);
    PlainText::show(m_sorting, tr("The table is in another order. It is sorted by time to go there."));
    m_sorting->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_time);
    layout->addWidget(m_problem);
    layout->addWidget(m_sorting);
    layout->addWidget(buttons);
    resize(360, sizeHint().height());
    growToTexts(*this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { Q_EMIT requested(m_time->text()); });
}

void GoToTimeDialog::announceSorting()
{
    m_sorting->show();
    m_go->setText(tr("&Sort and go"));
    growToTexts(*this);
}

void GoToTimeDialog::setProblem(const QString &sentence)
{
    TextColour::set(*m_problem, TextMeaning::Error);
    PlainText::show(m_problem, sentence);
    growToTexts(*this);
    m_time->setFocus();
}

} // namespace Trailglass

#include "moc_gototimedialog.cpp"

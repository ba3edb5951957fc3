// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/reviewdialog.h"

#include "models/core/countargument.h"
#include "views/common/dialogheight.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/spacing.h"
#include "views/common/typescale.h"
#include "views/common/wrappedlabel.h"
#include "views/evidence/noteeditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int MaxFilterLines = 3;
constexpr int MaxReviewLines = 3;

} // namespace

ReviewDialog::ReviewDialog(const ReviewOffer &offer, QWidget *parent)
    : QDialog(parent)
    , m_strip(new MessageStrip)
    , m_count(new WrappedLabel(MaxReviewLines))
    , m_note(new NoteEditor(u"reviewNote"_s, tr("Note for the review log")))
{
    setObjectName("reviewDialog"_L1);
    setWindowTitle(tr("Mark as reviewed"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_note->setLimit(offer.noteLimit);
    build(offer);
    connect(m_note, &NoteEditor::changed, this, &ReviewDialog::updateButton);
    connect(m_note, &NoteEditor::submitted, this, &ReviewDialog::start);
    connect(m_review, &QPushButton::clicked, this, &ReviewDialog::start);
}

void ReviewDialog::build(const ReviewOffer &offer)
{
    m_count->setObjectName("reviewCount"_L1);
    m_count->setFont(textFont(TextStyle::Strong, font()));
    PlainText::show(m_count, tr("Counting the new events…"));
    auto *filter = new WrappedLabel(MaxFilterLines);
    filter->setObjectName("reviewFilter"_L1);
    PlainText::show(
        filter, offer.filter.isEmpty() ? tr("Filter: none, all events") : tr("Filter: %1").arg(offer.filter));
    auto *reviewer = new WrappedLabel(MaxReviewLines);
    reviewer->setObjectName("reviewReviewer"_L1);
    PlainText::show(reviewer, tr("Reviewer: %1").arg(offer.reviewer));
    auto *last = new WrappedLabel(MaxReviewLines);
    last->setObjectName("reviewLast"_L1);
    PlainText::show(last,
                    offer.last.isEmpty() ? tr("These events have not been reviewed before.")
                                         : tr("Reviewed last: %1.", "a time").arg(offer.last));
    auto *explanation = new WrappedLabel(MaxReviewLines);
    PlainText::show(
        explanation,
        tr("Events that are shown now are not new afterwards; is:new finds those that arrive from "
           "then on. The review log keeps it, and nothing in the log can be changed."));
    auto *label = new QLabel(tr("&Note (optional)"));
    label->setBuddy(m_note->focusProxy());
    auto *buttons = new QDialogButtonBox;
    m_review = buttons->addButton(tr("&Mark as reviewed"), QDialogButtonBox::ApplyRole);
    m_review->setObjectName("reviewButton"_L1);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName("reviewCancel"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::Wide);
    layout->addWidget(m_strip);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_count), static_cast<QWidget *>(filter), static_cast<QWidget *>(reviewer),
          static_cast<QWidget *>(last), static_cast<QWidget *>(explanation), static_cast<QWidget *>(label),
          static_cast<QWidget *>(m_note)})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addWidget(buttons);
    m_review->setDefault(true); // only now: outside a dialog it says nothing
    m_note->setFocus();
    resize(520, layout->totalHeightForWidth(520));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ReviewDialog::showCount(qint64 count)
{
    if (count == 0)
        return PlainText::show(m_count, tr("No event is new."));
    PlainText::show(m_count, tr("%Ln event(s) are new.", nullptr, countArgument(count)));
}

void ReviewDialog::showCountFailure(const QString &sentence)
{
    PlainText::show(m_count, sentence);
}

void ReviewDialog::start()
{
    if (!m_review->isEnabled())
        return;
    m_strip->hide();
    m_isBusy = true;
    updateButton();
    Q_EMIT reviewRequested(m_note->text());
}

void ReviewDialog::showReviewed()
{
    accept();
}

void ReviewDialog::showFailure(const QString &sentence)
{
    m_isBusy = false;
    updateButton();
    m_strip->show(MessageStrip::Kind::Error, sentence);
    growToTexts(*this);
}

void ReviewDialog::updateButton()
{
    m_review->setEnabled(!m_isBusy && !m_note->isTooLong());
    m_note->setEnabled(!m_isBusy);
}

} // namespace Trailglass

#include "moc_reviewdialog.cpp"

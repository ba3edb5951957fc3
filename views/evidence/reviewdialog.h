// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace Trailglass {

class MessageStrip;
class NoteEditor;

/// What a review is about, as its dialog says it.
struct ReviewOffer
{
    QString filter = {}; ///< as typed; empty: every event
    QString reviewer = {};
    QString last = {}; ///< when this filter was reviewed last, for people; empty: never
    qsizetype noteLimit = 0; ///< UTF-16 units
};

/// Asks for a note on a review, after saying how many events of the filter are new.
///
/// Shows values and emits requests: each ends with a call of showReviewed() or showFailure(). Deletes itself when closed.
/// \thread GUI
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    ReviewDialog(const ReviewOffer &offer, QWidget *parent);

    /// \param count  events that match the filter and are new
    void showCount(qint64 count);
    /// They cannot be counted, which hinders nothing.
    void showCountFailure(const QString &sentence);
    /// The review is in the log: closes.
    void showReviewed();
    /// The dialog is ready again.
    void showFailure(const QString &sentence);

Q_SIGNALS:
    void reviewRequested(const QString &note);

private:
    void build(const ReviewOffer &offer);
    void start();
    void updateButton();

    MessageStrip *m_strip;
    QLabel *m_count;
    NoteEditor *m_note;
    QPushButton *m_review = nullptr;
    bool m_isBusy = false;
};

} // namespace Trailglass

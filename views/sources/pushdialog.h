// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <optional>

class QPushButton;
class QTreeWidget;

namespace Trailglass {

class MessageStrip;
class ProgressRow;
class WrappedLabel;

/// An archive that a workspace is pushed into after each sync, as a list shows it.
struct PushRow
{
    QString archive; ///< its address: rows are told apart by it
    QString last = {}; ///< how the last push ended, in a few words
    QString details = {}; ///< the same in sentences
    bool isFault = false; ///< it failed, or nothing is known

    friend bool operator==(const PushRow &, const PushRow &) = default;
};

/// The archives that a workspace is pushed into after each sync, with their last pushes.
///
/// Shows values and emits requests. Deletes itself when closed; a push goes on then.
/// \thread GUI
class PushDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PushDialog(QWidget *parent);

    /// The archive that is current stays so. Until the first call the dialog says that it reads.
    void setRows(const QList<PushRow> &rows);
    /// Nothing can be read, and \a sentence says why.
    void showFailure(const QString &sentence);

    /// A push is on, until endPush(): nothing else can be begun.
    /// \param sentence  how far it is
    /// \param part  0 to 1; nothing: it is not known how much there is
    void showPush(const QString &sentence, std::optional<double> part = {});
    void endPush();

    /// Says how something ended.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    /// Another archive is wanted.
    void addRequested();
    /// All are to be brought up to date now.
    void pushRequested();
    /// The push that is on is to end.
    void cancelRequested();
    /// The workspace is not to be pushed into an archive any more.
    /// \param archive  PushRow::archive
    void removeRequested(const QString &archive);
    /// What an archive holds is to be shown or checked, or another one created.
    /// \param archive  the current one; empty: none
    void manageRequested(const QString &archive);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPushButton *makeButton(const QString &name, const QString &text, const QString &help);
    void build();
    void showCurrent();
    void paintFaults();
    void updateButtons();
    [[nodiscard]] const PushRow *currentRow() const;

    QList<PushRow> m_rows;
    bool m_isPushing = false;
    QString m_progress; ///< in the strip; empty: something else, or nothing
    MessageStrip *m_strip;
    QTreeWidget *m_list;
    WrappedLabel *m_details;
    ProgressRow *m_progressRow;
    QPushButton *m_add;
    QPushButton *m_push;
    QPushButton *m_remove;
    QPushButton *m_manage;
};

} // namespace Trailglass

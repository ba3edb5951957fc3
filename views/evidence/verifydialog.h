// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/evidence/verdictlist.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace Trailglass {

class ElidedLabel;
class MessageStrip;
class ProgressRow;

/// What a verification found, as the dialog shows it.
struct ShownVerdict
{
    QString summary = {}; ///< one sentence
    QList<VerdictLine> lines = {}; ///< the summary is the first
};

/// Shows how the verification of a workspace goes and what it has found, and offers to keep that as a text.
///
/// Shows values and emits requests: a verification is requested when the dialog is shown, and again on request, with another
/// witness file, or when more or less is to be verified; each ends with a call of showVerdict() or showFailure(), unless the
/// next one comes before. Closing cancels. Deletes itself when closed.
/// \thread GUI
class VerifyDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param witnessFile  to begin with; empty: none is compared
    VerifyDialog(const QString &witnessFile, QWidget *parent);

    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    /// \param activity  a sentence about what is being done
    void showProgress(const QString &activity);
    void showVerdict(const ShownVerdict &verdict);
    /// Why it could not be verified. Cancelled work is no failure: \a sentence says that it was stopped.
    void showFailure(const QString &sentence);
    /// The text is in the file; or why not.
    void showSaved(const QString &fileName);
    void showSaveFailure(const QString &sentence);

Q_SIGNALS:
    /// \param witnessFile  absolute; empty: none
    /// \param isOfHashesOnly  the fields of events are not to be compared with their JSON
    void verifyRequested(const QString &witnessFile, bool isOfHashesOnly);
    void cancelRequested();
    void saveRequested(const QString &text, const QString &fileName);

public Q_SLOTS:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void begin();
    void end();
    void showWitness();
    void chooseWitness();
    void askForFile();

    QString m_witness; ///< absolute; empty: none
    MessageStrip *m_strip;
    QLabel *m_summary;
    ElidedLabel *m_witnessName;
    ProgressRow *m_progress;
    VerdictList *m_list;
    QPushButton *m_choose;
    QCheckBox *m_hashesOnly;
    QPushButton *m_again = nullptr;
    QPushButton *m_save = nullptr;
    ShownVerdict m_verdict;
    bool m_isBusy = false;
    bool m_wasShown = false;
};

} // namespace Trailglass

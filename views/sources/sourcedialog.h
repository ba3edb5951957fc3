// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/sourceservice.h"

#include <QDialog>
#include <QTimeZone>

class QPushButton;
class QStackedWidget;

namespace Trailglass {

class MessageStrip;
class SourceForm;

/// Adds a source in two steps, source type and form, or changes one; tests it in place.
///
/// Asks by signals and shows the results given to showTested() and showSaved(). Nothing typed is lost by an
/// error, by going back or by choosing another type. An edit ends the test of what was typed before it.
class SourceDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param existing  the source to change; of a type that findSource() knows
    explicit SourceDialog(const std::optional<SourceRecord> &existing = {}, QWidget *parent = nullptr);

    /// Zone of the times in results. UTC until set.
    void setDisplayZone(const QTimeZone &zone) { m_zone = zone; }

    /// Requests the test again, if nothing else is at work.
    void testAgain();

    /// The result to testRequested(). One that ended with SecretNotApproved is not shown: whoever owns the
    /// dialog requests the approval.
    void showTested(const ConnectionReport &report);
    /// The result to saveRequested(). A success closes the dialog.
    void showSaved(const Result<void> &outcome);

    void done(int result) override;
    /// Nothing happens while a source is saved, which ends by itself: a keychain that stays silent is given
    /// up.
    void reject() override;

Q_SIGNALS:
    void testRequested(const Trailglass::SourceInput &input);
    void testCancelled();
    void saveRequested(const Trailglass::SourceInput &input);

private:
    enum class Work
    {
        None,
        Testing,
        Saving
    };
    enum class Way
    {
        None,
        CancelTest,
        KeepForSession
    };

    void makeButtons(QWidget *row);
    void chooseSourceType(const QString &typeName);
    void goBack();
    void inputEdited();
    void test();
    void save();
    void takeWay();
    void setWork(Work work);
    [[nodiscard]] SourceForm *form() const;
    [[nodiscard]] bool isAtSourceTypes() const;
    void pageChanged();

    std::optional<SourceRecord> m_existing;
    QTimeZone m_zone;
    Work m_work = Work::None;
    Way m_way = Way::None;
    bool m_isTestStale = false; ///< the input was edited since the test was requested
    MessageStrip *m_strip;
    QStackedWidget *m_pages;
    QPushButton *m_back;
    QPushButton *m_test;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "views/sources/sourcevalues.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace Trailglass {

class MessageStrip;
class SourceForm;

/// Adds a source in two steps, type and form, or changes one; tests it in place.
///
/// Emits requests and shows the results given to showTested() and showSaved(). Nothing typed is lost by an error, by
/// going back or by choosing another type. An edit cancels the test of what was typed before it.
class SourceDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param existing  the source to change
    explicit SourceDialog(const std::optional<ExistingSource> &existing = {}, QWidget *parent = nullptr);

    /// Requests the test again, if nothing else is at work.
    void testAgain();

    /// The result of testRequested().
    void showTested(const ConnectionResult &result);
    /// The result of saveRequested(). A success closes the dialog.
    void showSaved(const Result<void> &outcome);

    void done(int result) override;
    /// Nothing happens while a source is saved, which ends by itself: a keychain that stays silent is given
    /// up.
    void reject() override;

Q_SIGNALS:
    void testRequested(const Trailglass::EnteredSource &input);
    void testCancelled();
    void saveRequested(const Trailglass::EnteredSource &input);

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
    void putButtonsLast();
    void goBack();
    void inputEdited();
    void test();
    void save();
    void takeWay();
    void setWork(Work work);
    [[nodiscard]] SourceForm *form() const;
    [[nodiscard]] bool isAtSourceTypes() const;
    void pageChanged();

    std::optional<ExistingSource> m_existing;
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

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"
#include "models/filter/edits.h"
#include "views/common/filterintent.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace Trailglass {

class ChangesModel;
class ElidedLabel;
class EmptyState;
class ValueActions;

/// The changes that an event tells of, as a list of differences: inline or side by side. Those of something else can
/// take their place for a while.
/// \thread GUI
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    /// Null: they are still looked for; shows nothing.
    void setChanges(std::shared_ptr<const EventChanges> changes);
    /// Shows the changes of something else until the reader goes back, or the next setChanges(nullptr). No filter can
    /// name its values.
    /// \param title  what it is
    /// \param changes  not null
    void showOther(const QString &title, std::shared_ptr<const EventChanges> changes);
    /// Nothing can be done with a value until the next call of it.
    void suspend();

    [[nodiscard]] bool isSideBySide() const;
    void setSideBySide(bool sideBySide);
    /// Whether values that are the same before and after are listed; false until set.
    [[nodiscard]] bool showsUnchanged() const;
    void setShowsUnchanged(bool shows);

Q_SIGNALS:
    /// isSideBySide() or showsUnchanged() is another.
    void choiceChanged();
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    void columnRequested(const QString &column);
    void facetRequested(const QString &field);
    void openRequested(const QString &title, const std::string &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void keepPlace();
    void showThese(std::shared_ptr<const EventChanges> changes);
    void goBack();
    void showLayout();
    void showNotes();
    void measureNames();
    void fitColumns();

    ChangesModel *m_model;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    QWidget *m_content;
    QTreeView *m_list;
    QCheckBox *m_sideBySide;
    QCheckBox *m_withSame;
    QLabel *m_note;
    QPushButton *m_more;
    QTimer *m_layingOut;
    int m_nameWidth = 0; ///< px that the names of the rows need
    ValueActions *m_actions = nullptr;
    QWidget *m_other; ///< says that what is shown is not the event's
    ElidedLabel *m_otherTitle;
    QPushButton *m_back;
    std::shared_ptr<const EventChanges> m_own; ///< of the event
    std::shared_ptr<const EventChanges> m_changes; ///< that are shown
    bool m_isOther = false;
    int m_scrolled = 0; ///< px, of the event's own changes; further than they reach where they are few
};

} // namespace Trailglass

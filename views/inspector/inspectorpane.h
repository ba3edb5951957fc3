// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/changes/changefinder.h"
#include "models/core/event.h"
#include "models/filter/edits.h"
#include "models/table/relatedqueries.h"
#include "views/common/filterintent.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QTabWidget;
class QTimeZone;
class QTimer;
class QToolButton;

namespace Trailglass {

class ChangesView;
class DetailView;
class EmptyState;
class EventHeader;
class FieldsView;
class JsonView;
class LoadingVeil;
class RawView;
class RelatedView;
class RemarksBar;

/// Everything about one event: a headline, its fields, the changes that it tells of, related events, its JSON as a
/// tree and as text.
///
/// A record of 16 MiB shows as quickly as a small one: only what is in sight is looked at.
/// \thread GUI
class InspectorPane : public QWidget
{
    Q_OBJECT

public:
    enum Tab
    {
        FieldsTab,
        ChangesTab,
        RelatedTab,
        JsonTab,
        RawTab
    };
    /// How the tabs show an event, as the user has chosen.
    struct Choices
    {
        bool showsEmptyFields = false;
        bool isSideBySide = false; ///< changes
        bool showsUnchanged = false; ///< among the changes
        bool isJsonFormatted = true;

        friend bool operator==(const Choices &, const Choices &) = default;
    };

    explicit InspectorPane(QWidget *parent = nullptr);

    /// UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    [[nodiscard]] Tab tab() const;
    void setTab(Tab tab);
    [[nodiscard]] Choices choices() const;
    void setChoices(const Choices &choices);
    /// The event that is shown; null while there is none, or another one is on its way.
    [[nodiscard]] const std::shared_ptr<const EventRecord> &record() const { return m_record; }
    /// What the vendor has beside the event: cleared with each event, filled by the caller.
    [[nodiscard]] DetailView &details() const;
    /// What reviewers say of the event; hidden until the caller shows it. Set with each event.
    [[nodiscard]] RemarksBar &remarks() const { return *m_remarks; }

public Q_SLOTS:
    /// Shows what reviewers say of the event by now; nothing happens when another one is shown.
    /// \param record  read again; without raw
    void showRemarks(const Trailglass::EventRecord &record);
    /// \param record  with raw; moved in where the caller lets go of it, as a large one should be
    void showRecord(Trailglass::EventRecord record);
    /// The changes of the event that is shown.
    void showChanges(const std::shared_ptr<const Trailglass::EventChanges> &changes);
    /// The changes of something else, in their tab, until the reader goes back or on to another event.
    /// \param title  what it is, shown as plain text
    void showOtherChanges(const QString &title,
                          const std::shared_ptr<const Trailglass::EventChanges> &changes);
    /// What relatedRequested() asks for: what is counted, then each count by its place, or why there is none.
    void showRelated(std::vector<Trailglass::RelatedQuery> queries);
    void showRelatedCounts(std::size_t query, const Trailglass::RelatedCounts &counts);
    void showRelatedProblem(const QString &text);
    /// Says, or no longer says, that the event that is shown is not in the result of the filter.
    void setOutsideResult(bool isOutside);
    /// No event is selected.
    void clear();
    /// An event is on its way. What is shown stays, so that stepping through events does not flicker, and keeps the
    /// keyboard; after a moment it looks out of date.
    void setLoading();
    /// The event cannot be shown.
    /// \param text  shown as plain text
    void showError(const QString &text);

Q_SIGNALS:
    /// record() is another one, or none.
    void recordChanged();
    /// tab() is another one.
    void tabChanged();
    /// One of choices() is another.
    void choicesChanged();
    /// Change the filter.
    /// \param value  nothing: events without a value
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    /// \param column  a field's canonical name or an `@path`
    void columnRequested(const QString &column);
    /// Count the events by the values of a field.
    /// \param field  a field's canonical name or an `@path`
    void facetRequested(const QString &field);
    /// The events related to the one that is shown are in sight; once for each event.
    void relatedRequested();
    /// Show the events of a filter in place of the result, or those of the result that are among them.
    void replaceRequested(const Trailglass::Filter::NodePointer &filter);
    void addRequested(const Trailglass::Filter::NodePointer &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void limitTabs();
    void setRecord(std::shared_ptr<const EventRecord> record);
    void paintIcons();
    void requestRelated();
    void showWhetherChanged(bool isChanged);
    void copyJson();
    void openValue(const QString &title, const std::string &text);
    template <class View>
    void connectView(View *view);

    std::shared_ptr<const EventRecord> m_record;
    QStackedWidget *m_pages;
    EmptyState *m_nothing;
    QWidget *m_content;
    QTabWidget *m_tabs;
    EventHeader *m_header;
    RemarksBar *m_remarks;
    FieldsView *m_fields;
    ChangesView *m_changes;
    RelatedView *m_related;
    JsonView *m_json;
    RawView *m_raw;
    QToolButton *m_copy;
    QTimer *m_loading;
    LoadingVeil *m_veil; ///< over m_content
    bool m_isRelatedWanted = false; ///< and was not requested yet
    bool m_isChanged = false; ///< the event tells of changes
};

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/filter/edits.h"
#include "views/common/filterintent.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QTabWidget;
class QTimeZone;
class QTimer;

namespace Trailglass {

class EmptyState;
class EventHeader;
class FieldsView;
class JsonView;
class RawView;

/// Everything about one event: a sentence, its fields, its JSON as a tree and as text.
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
        JsonTab,
        RawTab
    };

    explicit InspectorPane(QWidget *parent = nullptr);

    /// UTC until set.
    void setDisplayZone(const QTimeZone &zone);
    [[nodiscard]] Tab tab() const;
    void setTab(Tab tab);

public Q_SLOTS:
    /// \param record  with raw; moved in where the caller lets go of it, as a large one should be
    void showRecord(Trailglass::EventRecord record);
    /// No event is selected.
    void clear();
    /// An event is on its way. What is shown stays for a moment, so that stepping through events does not
    /// flicker.
    void setLoading();
    /// The event cannot be shown.
    /// \param text  shown as plain text
    void showError(const QString &text);

Q_SIGNALS:
    /// Change the filter.
    /// \param value  nothing: events without a value
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    /// \param column  a field's canonical name or an `@path`
    void columnRequested(const QString &column);

private:
    void setRecord(std::shared_ptr<const EventRecord> record);
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
    FieldsView *m_fields;
    JsonView *m_json;
    RawView *m_raw;
    QTimer *m_loading;
};

} // namespace Trailglass

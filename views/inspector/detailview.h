// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/eventdetail.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QAction;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace Trailglass {

class DetailModel;
class WrappedLabel;

/// What the vendor has beside an event: a button that fetches it, how that goes, and what came.
///
/// Hidden until offer().
/// \thread GUI
class DetailView : public QWidget
{
    Q_OBJECT

public:
    explicit DetailView(QWidget *parent = nullptr);

    /// UTC until set.
    void setDisplayZone(const QTimeZone &zone);

    /// There is nothing to be fetched: hides.
    void clear();
    /// Something can be fetched; nothing is there yet.
    /// \param vendor  its display name
    void offer(const QString &vendor);
    /// It is on its way. What is shown already stays.
    void showFetching();
    /// Nothing is on its way any more.
    void showStopped();
    /// \param detail  not null
    void showDetail(std::shared_ptr<const EventDetail> detail, UtcMicros fetched);
    /// It did not come. What is shown already stays.
    /// \param text  shown as plain text
    void showProblem(const QString &text);
    /// Nothing can be done until the next clear() or offer().
    void suspend();

Q_SIGNALS:
    void fetchRequested();
    /// After showStopped().
    void cancelRequested();
    /// Show what a version changed.
    /// \param title  what it is
    /// \param states  DetailVersion::states
    void changesRequested(const QString &title, const std::string &states);
    /// Show this event in place of the result.
    /// \param id  Event::id
    void eventRequested(const std::string &id);
    /// Show JSON in a window.
    /// \param title  what it is
    void openRequested(const QString &title, const std::string &text);

private:
    void build();
    QAction *addAction(const QString &name, const QString &text, const QKeySequence &keys);
    void showContent(bool isThere);
    void showTexts();
    [[nodiscard]] QString summary() const;
    void updateActions();
    void open();
    void openChanges();
    void openJson();
    void copyJson();
    [[nodiscard]] DetailItem current() const;
    [[nodiscard]] QString titleOf(const DetailItem &item) const;

    DetailModel *m_model;
    QStackedWidget *m_state;
    WrappedLabel *m_summary;
    QPushButton *m_fetch;
    QPushButton *m_cancel;
    WrappedLabel *m_problem;
    QWidget *m_content;
    QTreeView *m_list;
    QPushButton *m_changes;
    QPushButton *m_event;
    QAction *m_openAction = nullptr;
    QAction *m_changesAction = nullptr;
    QAction *m_jsonAction = nullptr;
    QAction *m_eventAction = nullptr;
    QAction *m_copyAction = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_vendor;
    std::shared_ptr<const EventDetail> m_detail; ///< null while nothing came
    std::optional<UtcMicros> m_fetched; ///< set with m_detail
    bool m_hasFailed = false;
    bool m_isSuspended = false;
};

} // namespace Trailglass

// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace Trailglass {

class WrappedLabel;

/// Something that is known of an archive.
struct ArchiveFact
{
    QString name; ///< what it is; of a problem the sentence
    QString value = {};
    bool isProblem = false;

    friend bool operator==(const ArchiveFact &, const ArchiveFact &) = default;
};

/// Facts that belong together.
struct ArchiveSection
{
    QString title;
    QList<ArchiveFact> facts = {};

    friend bool operator==(const ArchiveSection &, const ArchiveSection &) = default;
};

/// Lists what is known of an archive, and below it the whole text of the current fact.
/// \thread GUI
class ArchiveFactList : public QWidget
{
    Q_OBJECT

public:
    /// \param name  what the list is, for assistive programs
    /// \param hint  stands below while no fact is current; may be empty
    ArchiveFactList(const QString &name, QString hint, QWidget *parent = nullptr);

    /// Lists these in place of what was listed; the first fact becomes current.
    void list(const QList<ArchiveSection> &sections);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFact(QTreeWidgetItem &section, const ArchiveFact &fact);
    void showCurrent();
    void paintProblems();

    const QString m_hint;
    QTreeWidget *m_list = nullptr;
    WrappedLabel *m_details = nullptr;
};

} // namespace Trailglass

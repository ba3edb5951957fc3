// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace Trailglass::Support {

/// Somebody, or something, that acts in the demo company.
struct Person
{
    enum class Kind
    {
        Employee,
        Administrator,
        Contractor,
        ServiceAccount,
        Guest
    };

    Kind kind = Kind::Employee;
    int number = 0; ///< from 1; the vendors' numeric ids derive from it
    QByteArray name; ///< UTF-8, as displayed
    QByteArray email;
    QByteArray team;
    int minutesFromUtc = 0; ///< of the office, the same all quarter
    QByteArray officeAddress; ///< IPv4 or IPv6, from the ranges for documentation
    QByteArray homeAddress;
    QByteArray userAgent;
    QByteArray uuid; ///< the id in Secoda

    [[nodiscard]] QByteArray asanaGid() const;
    [[nodiscard]] QByteArray firstName() const; ///< up to the first space
    [[nodiscard]] QByteArray lastName() const; ///< the rest
};

/// The people of Fjordlight Analytics, a company that does not exist. Always the same.
class Staff
{
public:
    Staff();

    /// Everybody who works office hours, the contractor included.
    [[nodiscard]] const QList<Person> &people() const { return m_people; }

    /// Those of them who work with the data tools (Secoda, Datafold, Paradime), or with rules (Nected).
    [[nodiscard]] const QList<Person> &dataPeople() const { return m_dataPeople; }

    /// Accounts of programs, which run at night.
    [[nodiscard]] const QList<Person> &serviceAccounts() const { return m_serviceAccounts; }

    /// One of those who are invited and removed on ordinary days. They do nothing themselves.
    /// \param number  any one is somebody's
    [[nodiscard]] const Person &guest(int number) const;

    [[nodiscard]] const Person &contractor() const; ///< whose account the incident is about
    [[nodiscard]] const Person &securityLead() const; ///< who cleans up on Monday
    /// Who is there when the contractor's account is gone: a colleague for the contractor, anybody else for themselves.
    [[nodiscard]] const Person &withoutContractor(const Person &person) const;

private:
    QList<Person> m_people;
    QList<Person> m_dataPeople;
    QList<Person> m_serviceAccounts;
    QList<Person> m_guests;
};

} // namespace Trailglass::Support

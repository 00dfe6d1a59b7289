using Kanal.Centre;
using Kanal.Centre.Customers;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanal.Web.Api;

static class CustomersEndpoints
{
    public static RouteGroupBuilder MapCustomers(this RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("", FindAsync).WithName("findCustomers").WithSummary("Customers, the newest first; with q, those whose name and addresses hold its words.");
        customers.MapGet("/{id}", GetAsync).WithName("getCustomer").WithSummary("A customer with addresses and conversations.");
        customers.MapPut("/{id}", ChangeAsync).WithName("changeCustomer").WithSummary("Writes down a name, a language or notes; what is left out stays as it is, an empty text takes it away.");
        customers.MapPost("/{id}/addresses", AddAddressAsync).WithName("addAddress").WithSummary("Adds an email address or a phone number, unverified.");
        return api;
    }

    static async Task<Ok<Listing<CustomerSummary>>> FindAsync(CustomerCards cards, string? q, Id? site, int? limit, Id? cursor, CancellationToken ct)
    {
        var most = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Page(await cards.FindAsync(q, site, cursor, most + 1, ct), most, customer => customer.Id.ToString()));
    }

    static async Task<Ok<Customer>> GetAsync(Id id, CustomerCards cards, CancellationToken ct) => TypedResults.Ok(await cards.ReadAsync(id, ct));

    static async Task<Ok<Customer>> ChangeAsync(Id id, CustomerRequest request, CustomerCards cards, CancellationToken ct) =>
        TypedResults.Ok(await cards.ChangeAsync(id, request, ct));

    static async Task<Ok<Customer>> AddAddressAsync(Id id, AddressRequest request, CustomerCards cards, CancellationToken ct) =>
        TypedResults.Ok(await cards.AddAddressAsync(id, request, ct));
}

/** The status codes of the requests, the failure last. */
export const statusCodes = [200, 201, 302, 400, 404, 500] as const
